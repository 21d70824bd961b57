"""What the condition builder asks while somebody edits: what there is, and what it says."""

import json
from collections.abc import Mapping
from typing import Any, Final

from django.core.cache import cache
from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.utils import translation
from django.utils.translation import gettext as _
from django.views import View

from cms.catalogue import known
from cms.catalogue.editing.offered import Offer, offered
from cms.catalogue.editing.sentences import Incomplete, being_edited, sentence
from cms.catalogue.models import TopicIntake
from cms.catalogue.screens import keepers_only
from intake.questionnaire.authoring.phrasing import Elements, elements_of

MOST: Final = 500
"""Conditions in one form; no form has so many."""


class OfferedView(View):
    """Every question with its fields, and what fits them; made once until somebody saves."""

    def get(self, _request: HttpRequest) -> JsonResponse:
        """Answer from the cache where the catalogue has not changed."""
        key = f"catalogue-offered-{translation.get_language()}-{known.mark()}"
        return JsonResponse(
            cache.get_or_set(key, _offered), json_dumps_params={"ensure_ascii": False}
        )


class SentencesView(View):
    """Conditions, as they stand in a form, in words."""

    def post(self, request: HttpRequest) -> JsonResponse:
        """`{conditions: [{condition, element}]}` → `{sentences: [text]}`, in the same order."""
        try:
            asked = json.loads(request.body)["conditions"][:MOST]
            elements = elements_of(known.drafted())
            said = [_said(each, elements) for each in asked]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadRequest("no conditions") from error
        return JsonResponse({"sentences": said})


def _offered() -> Offer:
    ids = dict(TopicIntake.objects.values_list("pk", "key"))
    return {**offered(known.drafted()), "topicKeys": ids}


def _said(asked: Mapping[str, Any], elements: Elements) -> str:
    """The sentence, or what to do first."""
    try:
        if not asked.get("element"):
            return sentence(asked["condition"], elements)
        mine = being_edited(asked["element"])
        return sentence(asked["condition"], {**elements, mine.key: mine}, within=mine.key)
    except Incomplete:
        return _("Not complete yet: choose a question, how, and a value.")


urlpatterns = [
    path("catalogus/aanbod/", keepers_only(OfferedView.as_view()), name="catalogue_offered"),
    path("catalogus/zinnen/", keepers_only(SentencesView.as_view()), name="catalogue_sentences"),
]
