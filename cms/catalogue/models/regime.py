"""The terms of a law."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.catalogue.blocks.topics import ClockBlock
from cms.catalogue.models.item import CatalogueItem
from cms.fields import BlocksField


class Regime(CatalogueItem):
    """The clocks of a law, and what they mean for the resident."""

    note = models.TextField(_("in plain words"), blank=True)
    clocks = BlocksField([("clock", ClockBlock())], verbose_name=_("terms"), blank=True)

    class Meta(CatalogueItem.Meta):
        verbose_name = _("terms of a law")
        verbose_name_plural = _("terms of laws")
