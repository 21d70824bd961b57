"""Recipients: who receives the cases of which topics, and on what ground."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.catalogue.blocks.choices import ROLES
from cms.catalogue.blocks.conditions import ConditionBlock
from cms.catalogue.models.item import CatalogueItem
from cms.fields import BlocksField


class Recipient(CatalogueItem):
    """An organisation that receives some topics, for a purpose, on a ground."""

    name = models.CharField(_("name"), max_length=200)
    role = models.CharField(_("role"), max_length=40, choices=ROLES)
    law = models.CharField(_("legal ground"), max_length=300, blank=True)
    topics = models.JSONField(_("topics"), default=list, blank=True)
    purpose = models.TextField(_("purpose"))
    bsn = models.BooleanField(_("may receive the citizen service number"), default=False)
    bsn_ground = models.CharField(
        _("ground for the citizen service number"),
        max_length=300,
        blank=True,
        help_text=_("Needed for who is no public body (Wabb art. 10)."),
    )
    only = models.JSONField(
        _("only these shared questions"), default=list, blank=True, help_text=_("None chosen: all.")
    )
    own_questions = models.BooleanField(_("receives the topic's own questions"), default=True)
    when = BlocksField(
        ConditionBlock(required=False), verbose_name=_("receives only if"), blank=True
    )

    class Meta(CatalogueItem.Meta):
        verbose_name = _("recipient")
        verbose_name_plural = _("recipients")

    def __str__(self) -> str:
        return self.name
