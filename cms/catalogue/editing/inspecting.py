"""An item to read: for who may not change it, or wants to see it whole."""

from typing import Any, Final

from wagtail.snippets.views.snippets import InspectView
from wagtail.snippets.views.snippets import UsageView as SnippetUsageView

from cms.catalogue import known
from cms.catalogue.blocks.choices import FILERS, PART_TYPES
from cms.catalogue.editing.listing import usage
from cms.catalogue.editing.sentences import Incomplete, sentence
from cms.catalogue.findings import edit_url
from cms.catalogue.models import Element
from cms.catalogue.reading import define
from cms.catalogue.use import topics_of
from intake.questionnaire.authoring.phrasing import elements_of

TYPES: Final = dict(PART_TYPES)


class ItemInspectView(InspectView):
    """What stands in an item, its conditions in words."""

    fields: tuple[str, ...] = ("key", "note", "clocks", "review_on")

    def in_words(self, stream: Any) -> str:  # noqa: ANN401 (Wagtail's own)
        """The sentence of a condition; empty where none can be made."""
        try:
            return sentence(stream.get_prep_value(), elements_of(known.drafted()))
        except Incomplete:
            return ""

    def get_when_display_value(self) -> str:
        """The condition of a question or a recipient."""
        return self.in_words(self.object.when)

    def get_may_file_display_value(self) -> str:
        """Who, in words."""
        names = dict(FILERS)
        return (
            ", ".join(str(names.get(code, code)) for code in self.object.may_file.splitlines())
            or "-"
        )

    def get_urgent_display_value(self) -> str:
        """When a case of a topic is urgent."""
        return self.in_words(self.object.urgent) if self.object.urgent else "-"


class ElementInspectView(ItemInspectView):
    """A question."""

    fields = (
        *("label", "key", "topic", "question", "help", "why", "definition", "section", "parts"),
        "when",
        *("scope", "sensitivity", "source", "reuse", "standard_path", "review_on"),
    )

    def get_parts_display_value(self) -> str:
        """Each field by its name, with how it is answered."""
        parts = define(self.object).parts
        return "; ".join(
            f"{each.label or self.object.label} ({TYPES[each.type]})" for each in parts
        )


class TopicInspectView(ItemInspectView):
    """A topic."""

    fields = (
        *("name", "key", "summary", "kind", "law", "regime", "upl", "may_file", "papers"),
        *("next_step", "urgent", "review_on"),
    )


class RecipientInspectView(ItemInspectView):
    """A recipient."""

    fields = (
        *("name", "key", "role", "law", "purpose", "topics", "bsn", "bsn_ground", "only"),
        *("own_questions", "when", "review_on"),
    )

    def get_topics_display_value(self) -> str:
        """The topics by name."""
        names = {each.key: each.name for each in known.drafted().topics}
        return ", ".join(names.get(key, key) for key in self.object.topics) or "-"

    def get_only_display_value(self) -> str:
        """The shared questions by name."""
        elements = elements_of(known.drafted())
        return (
            ", ".join(elements[key].label if key in elements else key for key in self.object.only)
            or "-"
        )


class UsageView(SnippetUsageView):
    """The topics that hang on an item; Wagtail's own count knows nothing of keys."""

    def get_template_names(self) -> list[str]:
        """Ours, where Wagtail would list references between rows."""
        return ["cms/catalogue/editing/used.html"]

    def get_context_data(self, *args: Any, **given: Any) -> dict[str, Any]:  # noqa: ANN401
        """Each topic with its form; of a question, where conditions look at it too."""
        context: dict[str, Any] = super().get_context_data(*args, **given)
        item = self.object
        is_question = isinstance(item, Element)
        return context | {
            "usage": usage(known.released(), item.key) if is_question else "",
            "topics": [(each, edit_url(each)) for each in topics_of(item)],
        }
