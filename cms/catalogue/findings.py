"""What lint says, in an editor's own language, with a link to the spot."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.catalogue.blocks.choices import OPERATORS, PART_TYPES
from cms.catalogue.malformed import in_words
from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from cms.catalogue.spots import fragment, spot
from intake.questionnaire.authoring.lint import Finding, LintRule, Severity
from intake.questionnaire.authoring.places import RecordKind, place_of
from intake.questionnaire.definition import Catalogue

MODELS: Final[Mapping[str, type[CatalogueItem]]] = {
    RecordKind.ELEMENT: Element,
    RecordKind.TOPIC: TopicIntake,
    RecordKind.RECIPIENT: Recipient,
    RecordKind.REGIME: Regime,
}
WORDS: Final[Mapping[str, Promise | str]] = dict([*OPERATORS, *PART_TYPES])


@dataclass(frozen=True, kw_only=True)
class Told:
    """One finding as an editor reads it.

    `form` is the address of the item's form, empty without one; `url` leads to the spot in it.
    """

    text: str
    name: str = ""
    spot: str = ""
    form: str = ""
    fragment: str = ""
    blocks: bool = True

    def __str__(self) -> str:
        return ": ".join(each for each in (self.name, self.spot, self.text) if each)

    @property
    def url(self) -> str:
        """Where to mend it."""
        return f"{self.form}{self.fragment}" if self.form else ""

    @classmethod
    def about(cls, item: CatalogueItem, finding: Finding) -> Self:
        """A finding in one item, its path from the item on."""
        return cls(
            text=sentence(finding),
            name=str(item),
            spot=spot(finding.path),
            form=edit_url(item),
            fragment=fragment(finding.path),
            blocks=finding.severity is Severity.ERROR,
        )

    @classmethod
    def about_field(cls, item: CatalogueItem, field: str, text: str) -> Self:
        """A warning about what only a form has, and no definition."""
        return cls(
            text=text,
            name=str(item),
            form=edit_url(item),
            fragment=fragment((field,)),
            blocks=False,
        )


def tell(
    findings: Sequence[Finding], catalogue: Catalogue, *, drafts: Iterable[CatalogueItem] = ()
) -> Sequence[Told]:
    """Findings in a catalogue, each with the item that it is in. At most one query per kind."""
    places = [(finding, place_of(catalogue, finding.path)) for finding in findings]
    items = {(type(each), each.key): each for each in drafts}
    for kind, model in MODELS.items():
        keys = {place.key for _finding, place in places if place and place.kind == kind}
        missing = [key for key in keys if (model, key) not in items]
        if missing:
            found = model._default_manager.filter(key__in=missing)
            items |= {(model, each.key): each for each in found}
    told = []
    for finding, place in places:
        item = items.get((MODELS[place.kind], place.key)) if place else None
        if place and item:
            told.append(Told.about(item, Finding(place.within, finding.rule, finding.values)))
        else:
            told.append(Told(text=sentence(finding), blocks=finding.severity is Severity.ERROR))
    return told


def edit_url(item: CatalogueItem) -> str:
    """The form of an item; empty before it was ever saved."""
    if item.pk is None:
        return ""
    return reverse(item.snippet_viewset.get_url_name("edit"), args=[quote(item.pk)])


def sentence(finding: Finding) -> str:
    """What is wrong, in words."""
    values = {
        name: str(WORDS.get(value, value)) if name in {"operator", "type"} else value
        for name, value in finding.values.items()
    }
    if finding.rule is LintRule.MALFORMED:
        values["problem"] = in_words(finding.values["problem"]) or values["problem"]
    return str(SENTENCES[finding.rule]) % values


SENTENCES: Final[Mapping[LintRule, Promise]] = {
    LintRule.ABOVE_B1: _(
        "this is hard to read: a reading ease of %(score)s, and B1 asks %(needed)s or more"
        " (Flesch-Douma, 0 hard to 100 easy)"
    ),
    LintRule.ALSO_AN_ELEMENT: _("%(key)s is also the key of a shared question"),
    LintRule.ANSWERED_FALSE: _('for the opposite of "is answered", tick "the opposite"'),
    LintRule.ASKED_LATER: _("%(element)s is asked later than %(before)s, so it is not known yet"),
    LintRule.BAD_KEY: _("a key has letters, digits and hyphens, with points between"),
    LintRule.BAD_PART_KEY: _("a key has letters and digits here, and is no reserved word"),
    LintRule.BSN_WITHOUT_GROUND: _(
        "a citizen service number needs a ground in law: this is no public body (Wabb art. 10)"
    ),
    LintRule.CONSENT_REUSABLE: _("consent is asked anew every time, so it is never used again"),
    LintRule.COUNT_MISFIT: _("counting is for a list, and names no field"),
    LintRule.DUPLICATE_KEY: _("%(key)s stands here twice"),
    LintRule.LONG_SENTENCE: _(
        "a sentence of %(words)s words; at most %(most)s read well: %(sentence)s"
    ),
    LintRule.MALFORMED: _("this cannot be read: %(problem)s"),
    LintRule.NEAR_DUPLICATE: _("asks almost the same as %(other)s"),
    LintRule.NEVER_ASKED: _("%(element)s is never asked for %(topics)s"),
    LintRule.NO_CHOICE_LEFT: _("nothing is offered for topic %(topic)s"),
    LintRule.NO_CLOCK: _("%(regime)s has no term"),
    LintRule.NO_GROUND: _("a legal ground is missing"),
    LintRule.NO_HELP: _("there is no help and no example with %(part)s"),
    LintRule.NO_LABEL: _("a label is missing; only a field that stands alone needs none"),
    LintRule.NO_PARTS: _("a question needs at least one field"),
    LintRule.NO_READER: _("nobody may read %(element)s, which is told to each recipient apart"),
    LintRule.NO_RECIPIENT: _("nobody receives this topic in every case"),
    LintRule.NO_RULE: _("%(element)s has no condition that says when it is asked"),
    LintRule.NO_SUCH_ELEMENT: _("question %(element)s does not exist"),
    LintRule.NO_SUCH_OPTION: _("%(part)s of %(element)s has no answer %(option)s"),
    LintRule.NO_SUCH_PART: _("%(element)s has no field %(part)s"),
    LintRule.NO_SUCH_REGIME: _("terms %(regime)s do not exist"),
    LintRule.NO_SUCH_TOPIC: _("topic %(topic)s does not exist"),
    LintRule.NOT_A_SIBLING: _(
        "this condition may look at earlier fields of the same question only"
    ),
    LintRule.OPTIONS_MISFIT: _("a choice has answers to choose from, anything else has none"),
    LintRule.OWN_KEY: _("the key must begin with %(start)s"),
    LintRule.OWN_SECTION: _("a topic's own question stands in the section of the topic"),
    LintRule.SHARED_SECTION: _("a shared question stands in another section than the topic's own"),
    LintRule.TOPIC_DOES_NOT_ASK: _("topic %(topic)s does not ask this"),
    LintRule.TWO_DEFINITIONS: _("has the same name as %(other)s, and another definition"),
    LintRule.TYPE_MISMATCH: _('"%(operator)s" does not fit %(part)s (%(type)s)'),
    LintRule.UNKNOWN_RESERVED: _('the code unknown is kept for "I do not know": tick that instead'),
    LintRule.UNREACHABLE: _("%(what)s can never come up: the condition never holds for %(topics)s"),
    LintRule.UNUSED: _("no topic asks this"),
    LintRule.VALUE_MISMATCH: _("%(part)s (%(type)s) cannot be compared with this value"),
}
