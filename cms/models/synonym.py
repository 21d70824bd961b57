"""What residents say instead of our words, as editors add it to what comes along."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.words import one_on_each_line, words_of


class SearchSynonym(models.Model):
    """Whoever searches for a word or phrase of `say` also finds what `means` stands for."""

    say = models.TextField(
        _("what people type"),
        validators=[one_on_each_line],
        help_text=_("Words or short sentences, one on each line: what residents call it."),
    )
    means = models.TextField(
        _("what it is called here"),
        validators=[one_on_each_line],
        help_text=_("Words that stand on our pages, one on each line. Search looks for them too."),
    )

    panels: ClassVar[list[Any]] = [FieldPanel("say"), FieldPanel("means")]

    class Meta:
        verbose_name = _("other word for search")
        verbose_name_plural = _("other words for search")

    def __str__(self) -> str:
        """The first words, to tell it apart in a list."""
        return ", ".join(self.said()[:3])

    def said(self) -> list[str]:
        """The words and phrases that people type."""
        return words_of(self.say)

    def meant(self) -> list[str]:
        """The words that search looks for."""
        return words_of(self.means)
