"""An item to read: for who may not change it, or wants to see it whole."""

from typing import Any

from wagtail.snippets.views.snippets import InspectView

from cms.catalogue.editing import known
from cms.catalogue.editing.sentences import Incomplete, sentence
from intake.questionnaire.authoring.phrasing import elements_of


class ItemInspectView(InspectView):
    """What stands in an item, its conditions in words."""

    def in_words(self, stream: Any) -> str:  # noqa: ANN401 (Wagtail's own)
        """The sentence of a condition; empty where none can be made."""
        try:
            return sentence(stream.get_prep_value(), elements_of(known.drafted()))
        except Incomplete:
            return ""

    def get_when_display_value(self) -> str:
        """The condition of a question or a recipient."""
        return self.in_words(self.object.when)

    def get_urgent_display_value(self) -> str:
        """When a case of a topic is urgent."""
        return self.in_words(self.object.urgent) if self.object.urgent else "-"


class ElementInspectView(ItemInspectView):
    """A question."""

    fields = (
        *("label", "key", "topic", "question", "help", "why", "definition", "section", "when"),
        *("scope", "sensitivity", "source", "reuse", "standard_path", "review_on"),
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
