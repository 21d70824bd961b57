"""The municipality's own data: who it is, and how to reach it."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, StructBlock
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from cms.blocks.contacts import telephone
from cms.fields import BlocksField


class HoursBlock(StructBlock):
    """The opening hours of one day or of some days."""

    days = CharBlock(max_length=60, label=_("Day or days"))
    phone = CharBlock(max_length=60, label=_("By telephone"))
    counter = CharBlock(max_length=60, label=_("At the counter"))

    class Meta:
        icon = "time"
        label = _("Day")


@register_setting(icon="home")
class MunicipalityData(BaseGenericSetting):
    """Told once, shown on every page, and published into intake's catalogue."""

    name = models.CharField(_("name"), max_length=100)
    governing_body = models.CharField(
        _("governing body"),
        max_length=150,
        help_text=_("Who decides and receives, as it stands on the confirmation."),
    )
    phone = models.CharField(_("telephone"), max_length=20, validators=[telephone])
    email = models.EmailField(_("e-mail address"), blank=True)
    address = models.TextField(
        _("address of the counter"), max_length=300, help_text=_("As on an envelope, in lines.")
    )
    postal_address = models.TextField(_("postal address"), max_length=300, blank=True)
    opening_hours = models.CharField(
        _("opening hours in one line"), max_length=150, help_text=_("Shown on every page.")
    )
    hours = BlocksField([("day", HoursBlock())], blank=True, verbose_name=_("hours per day"))
    notice = models.CharField(
        _("line in the footer"),
        max_length=200,
        blank=True,
        help_text=_("For instance that this is a demonstration."),
    )

    panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("governing_body")], _("Who")),
        MultiFieldPanel(
            [
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("address"),
                FieldPanel("postal_address"),
            ],
            _("How to reach us"),
        ),
        MultiFieldPanel([FieldPanel("opening_hours"), FieldPanel("hours")], _("When")),
        FieldPanel("notice"),
    ]

    class Meta:
        verbose_name = _("municipality")
