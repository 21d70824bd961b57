"""Words by which people look for a page, one on each line."""

from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

LONGEST: Final = 60


def one_on_each_line(text: str) -> None:
    """Refuse what was typed as one long line, and a word that stands there twice."""
    words = [word.casefold() for word in words_of(text)]
    if any(len(word) > LONGEST or {",", ";"} & set(word) for word in words):
        raise ValidationError(_("Write one word or a few words on each line, without commas."))
    if len(set(words)) != len(words):
        raise ValidationError(_("A word stands here twice."))


def words_of(text: str) -> list[str]:
    """The words of such a text, in order."""
    return [word for line in text.splitlines() if (word := " ".join(line.split()))]


class Findable(Page):
    """What is found by other words than stand on it."""

    keywords = models.TextField(
        _("search words"),
        blank=True,
        validators=[one_on_each_line],
        help_text=_(
            "Words that people use for this, one on each line. Search finds the page by them;"
            " nobody sees them."
        ),
    )

    class Meta:
        abstract = True

    def search_words(self) -> list[str]:
        """The words by which search finds this, besides those on the page."""
        return words_of(self.keywords)
