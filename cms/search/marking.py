"""Shows in a text which words a query found there."""

from collections.abc import Callable, Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from cms.search.words import tokens


def marked(text: str, matches: Callable[[str], bool]) -> SafeString:
    """The text, escaped, with `<mark>` around every word that matches."""
    return format_html_join("", "{}", ((piece,) for piece in _pieces(text, matches)))


def _pieces(text: str, matches: Callable[[str], bool]) -> Iterator[str]:
    at = 0
    for token in tokens(text):
        if matches(token.word):
            yield text[at : token.start]
            yield format_html("<mark>{}</mark>", text[token.start : token.end])
            at = token.end
    yield text[at:]
