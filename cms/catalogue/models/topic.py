"""Topics: what a resident can ask for, with its law, its needs and who may file."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.catalogue.blocks.choices import KINDS
from cms.catalogue.blocks.conditions import ConditionBlock
from cms.catalogue.blocks.topics import NeedBlock
from cms.catalogue.models.item import CatalogueItem
from cms.catalogue.models.regime import Regime
from cms.fields import BlocksField


class TopicIntake(CatalogueItem):
    """The intake of one topic; its page is apart, so publishing one never publishes the other."""

    name = models.CharField(_("name"), max_length=100)
    summary = models.CharField(_("summary"), max_length=300)
    kind = models.CharField(_("what it is in law"), max_length=20, choices=KINDS)
    law = models.CharField(_("legal ground"), max_length=200, blank=True)
    regime = models.ForeignKey(
        Regime, on_delete=models.PROTECT, related_name="topics", verbose_name=_("terms")
    )
    upl = models.CharField(_("uniform product name (UPL)"), max_length=100, blank=True)
    service_formula = models.CharField(_("service formula"), max_length=50, blank=True)
    may_file = models.TextField(
        _("who may file"), blank=True, help_text=_("One code on each line, such as: self, parent.")
    )
    papers = models.TextField(_("papers"), blank=True, help_text=_("One on each line."))
    next_step = models.TextField(_("what happens next"), blank=True)
    first_day_counts = models.BooleanField(
        _("the day of the first choice counts (Participatiewet art. 44)"), default=False
    )
    needs = BlocksField(
        [("need", NeedBlock())], verbose_name=_("shared questions"), blank=True, collapsed=True
    )
    urgent = BlocksField(ConditionBlock(required=False), verbose_name=_("urgent if"), blank=True)

    class Meta(CatalogueItem.Meta):
        verbose_name = _("topic of the intake")
        verbose_name_plural = _("topics of the intake")

    def __str__(self) -> str:
        return self.name
