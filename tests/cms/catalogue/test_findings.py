"""What lint says, in words with a link to the spot."""

import re

import pytest

from cms.catalogue.findings import SENTENCES, tell
from cms.catalogue.models import Element
from cms.catalogue.spots import fragment, spot
from intake.questionnaire.authoring.lint import PROBLEMS, Finding, LintRule
from tests.cms.catalogue import small

PLACES = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("rule", LintRule)
def test_every_rule_has_a_sentence_with_the_values_that_it_gives(rule: LintRule) -> None:
    assert {*PLACES.findall(str(SENTENCES[rule]))} <= {*PLACES.findall(PROBLEMS[rule])}


def test_a_path_reads_as_the_labels_of_the_form() -> None:
    assert spot(("parts", 1, "options", 0, "label")) == "veld 2 › antwoord 1 › opschrift"
    assert spot(()) == ""


def test_a_path_leads_to_the_field_that_the_form_has_for_it() -> None:
    assert fragment(("parts", 1, "options", 0)) == "#plek=parts.1.options.0"
    assert fragment(("always", 3)) == "#plek=needs"
    assert fragment(()) == ""


@pytest.mark.django_db
def test_a_finding_leads_to_the_form_of_its_question() -> None:
    small.imported()
    finding = Finding(("topics", 0, "questions", 1, "label"), LintRule.NO_LABEL)
    [told] = tell([finding], small.catalogue())
    own = Element.objects.get(key="traplift.sinds")
    assert told.form == small.url(own)
    assert told.url == f"{told.form}#plek=label"
    assert str(told).startswith("Sinds wanneer (traplift.sinds): ")
    assert told.blocks
