"""Elements: what the catalogue can ask, shared by topics or of one topic."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.catalogue.blocks.choices import REUSES, SCOPES, SECTIONS, SENSITIVITIES
from cms.catalogue.blocks.conditions import ConditionBlock
from cms.catalogue.blocks.parts import PartsBlock, WordingBlock
from cms.catalogue.models.item import CatalogueItem
from cms.catalogue.models.topic import TopicIntake
from cms.fields import BlocksField
from intake.questionnaire.codes import Reuse, Scope, Section, Sensitivity


class Element(CatalogueItem):
    """One question, asked once for every topic that needs it, or an own question of one topic."""

    topic = models.ForeignKey(
        TopicIntake,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="questions",
        verbose_name=_("own question of"),
        help_text=_("Empty: a shared question, which every topic may need."),
    )
    label = models.CharField(
        _("name"), max_length=200, help_text=_("Short; in lists and for partners.")
    )
    question = models.CharField(
        _("question"), max_length=300, help_text=_("As a resident reads it.")
    )
    section = models.CharField(_("section"), max_length=20, choices=SECTIONS, default=Section.TOPIC)
    help = models.TextField(_("help"), blank=True)
    why = models.TextField(_("why we ask this"), blank=True)
    definition = models.TextField(
        _("definition"), blank=True, help_text=_("What is meant: of which period, in which unit.")
    )
    page = models.CharField(
        _("page"),
        max_length=50,
        blank=True,
        help_text=_("Questions with the same word share a page."),
    )
    parts = BlocksField(PartsBlock(), verbose_name=_("fields"), min_num=1)
    when = BlocksField(ConditionBlock(required=False), verbose_name=_("asked only if"), blank=True)
    wording = BlocksField(
        [("wording", WordingBlock())], verbose_name=_("words about somebody else"), blank=True
    )
    repeat_item = models.CharField(
        _("a list of"), max_length=100, blank=True, help_text=_("One of them, such as: kind.")
    )
    repeat_add = models.CharField(_("words to add one"), max_length=200, blank=True)
    repeat_none = models.CharField(_("words for none"), max_length=200, blank=True)
    repeat_maximum = models.PositiveSmallIntegerField(_("at most"), default=20)
    scope = models.CharField(_("answer for"), max_length=20, choices=SCOPES, default=Scope.INTAKE)
    source = models.CharField(_("source"), max_length=100, default="vraag", blank=True)
    prefilled = models.BooleanField(_("filled in beforehand"), default=False)
    sensitivity = models.CharField(
        _("sensitivity"), max_length=20, choices=SENSITIVITIES, default=Sensitivity.PERSONAL
    )
    reuse = models.CharField(_("used again"), max_length=20, choices=REUSES, default=Reuse.CONFIRM)
    standard_path = models.CharField(
        _("place in a standard"), max_length=300, blank=True, help_text=_("BRP, GGM …")
    )

    class Meta(CatalogueItem.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.CheckConstraint(
                condition=Q(topic__isnull=True) ^ Q(section=Section.TOPIC.value),
                name="cms_catalogue_own_question_in_section_topic",
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.key})"
