"""The forms of the catalogue: what Wagtail makes of the fields, with names instead of keys."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django import forms
from django.db.models import Max
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.catalogue.blocks.choices import FILERS
from cms.catalogue.blocks.keys import GONE
from cms.catalogue.items.places import STEP
from cms.catalogue.models import Element, TopicIntake
from intake.questionnaire.codes import Section

Choices = list[tuple[str, str]]
CHECKBOXES: Final = forms.CheckboxSelectMultiple


class ItemForm(WagtailAdminModelForm):
    """A key can be chosen until it is published; a new item comes after the other ones."""

    def __init__(self, *args: Any, **given: Any) -> None:  # noqa: ANN401 (Wagtail's own)
        super().__init__(*args, **given)
        key = self.fields.get("key")
        if key and self.instance.first_published_at:
            key.widget.attrs["readonly"] = True
            key.help_text = _("This key was published, so it stays.")
        if self.instance.pk is None and not self.instance.position:
            self.initial["position"] = self._last_place() + STEP
        if not self.instance.has_unpublished_changes:
            self.initial["reason"] = ""  # the last change had its own

    def clean_key(self) -> str:
        """What was published stays, whatever a browser sends."""
        published = self.instance.first_published_at
        key: str = self.instance.key if published else self.cleaned_data["key"]
        return key

    def _last_place(self) -> int:
        last: int | None = self._neighbours().aggregate(last=Max("position"))["last"]
        return last or 0

    def _neighbours(self) -> Any:  # noqa: ANN401 (a query set of whatever the form is about)
        return type(self.instance)._default_manager.all()


class ElementForm(ItemForm):
    """A question; one that is begun from a topic is already that topic's own."""

    def __init__(self, *args: Any, **given: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **given)
        topic = self.instance.topic
        if self.instance.pk is None and topic:
            self.initial |= {"key": f"{topic.key}.", "section": Section.TOPIC.value}

    def _neighbours(self) -> Any:  # noqa: ANN401
        return Element.objects.filter(topic=self.instance.topic)

    def clean(self) -> dict[str, Any]:
        """A topic's own question stands in the section of the topic, and no other one does."""
        data: dict[str, Any] = super().clean()
        if data.get("topic"):
            data["section"] = Section.TOPIC.value
        elif data.get("section") == Section.TOPIC:
            self.add_error("section", SHARED_SECTION)
        return data


SHARED_SECTION: Final = _("Choose another section, or the topic that this question is of.")


class KeysField(forms.MultipleChoiceField):
    """Keys of items, ticked by name. What is stored keeps its order, and is never dropped."""

    widget = CHECKBOXES

    def offer(self, stored: Iterable[str], choices: Choices) -> None:
        """Offer these; and what is stored but gone, so that somebody sees it and unticks it."""
        known = {key for key, _name in choices}
        gone = [(key, str(GONE) % {"name": key}) for key in stored if key not in known]
        self.stored = [*stored]
        self.choices = [*choices, *gone]

    def clean(self, value: Any) -> Sequence[str]:  # noqa: ANN401 (as the browser sends it)
        """The keys: first those that were there, in their order, then the new ones."""
        ticked = super().clean(value)
        return [
            *(key for key in self.stored if key in ticked),
            *(key for key in ticked if key not in self.stored),
        ]


class LinesField(KeysField):
    """The same, of a field that stores a line for each."""

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 (as stored, or as the browser sent it)
        """As the check boxes take it."""
        return value.splitlines() if isinstance(value, str) else value

    def has_changed(self, initial: Any, data: Any) -> bool:  # noqa: ANN401
        """Whether something was ticked or unticked."""
        return bool(super().has_changed(self.prepare_value(initial), data))

    def clean(self, value: Any) -> Any:  # noqa: ANN401 (text, where the other one has a list)
        """The codes, one on each line."""
        return "\n".join(super().clean(value))


class TopicForm(ItemForm):
    """A topic; who may file is ticked."""

    may_file = LinesField(label=_("who may file"), required=False)

    def __init__(self, *args: Any, **given: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **given)
        filers = [(code, str(words)) for code, words in FILERS]
        self.fields["may_file"].offer(self.instance.may_file.splitlines(), filers)


class RecipientForm(ItemForm):
    """A recipient; topics and shared questions are ticked."""

    topics = KeysField(
        label=_("topics"), help_text=_("What this recipient receives."), required=False
    )
    only = KeysField(
        label=_("only these shared questions"), help_text=_("None ticked: all."), required=False
    )

    def __init__(self, *args: Any, **given: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **given)
        topics = TopicIntake.objects.values_list("key", "name")
        elements = Element.objects.filter(topic=None).values_list("key", "label")
        self.fields["topics"].offer(self.instance.topics, [*topics])
        self.fields["only"].offer(self.instance.only, [*elements])
