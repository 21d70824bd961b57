"""What an editor hears after saving: how easy the text is to read. It never blocks."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page

from cms.attention import reading_of
from intake.questionnaire.authoring.readability import Reading


def tell_readability(request: HttpRequest, page: Page) -> None:
    """Say the score of what was saved, and where the hard sentences are marked.

    Not when the editor's browser saves by itself while somebody types.
    """
    if "application/json" in request.headers.get("Accept", ""):
        return
    reading = reading_of(page.specific.get_latest_revision_as_object())
    if reading.score is None:
        return
    say = messages.warning if reading.is_hard else messages.info
    link = messages.button(reverse("cms_reading", args=(page.pk,)), _("See the sentences"))
    say(request, _words(reading), buttons=[link])


def _words(reading: Reading) -> str:
    score = _("Readability: %(score)s. 60 and more is right for B1.") % {"score": reading.score}
    count = len(reading.hard_sentences)
    hard = ngettext("%(count)s sentence is hard.", "%(count)s sentences are hard.", count)
    return f"{score} {hard % {'count': count}}"
