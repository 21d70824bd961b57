"""A choice among items of the catalogue, by what people call them."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter
from wagtail.blocks import ChoiceBlock

from cms.catalogue.blocks.scripts import WithBuilder

Choices = Iterable[tuple[str, str]]
GONE: Final = _("%(name)s (does not exist)")


class KeptSelect(forms.Select):
    """A select that also shows a stored value which is no choice any more."""


class KeptSelectAdapter(WithBuilder, WidgetAdapter):
    """The same in the browser, where the value comes in."""

    js_constructor = "cms_catalogue.KeptSelect"

    def js_args(self, widget: KeptSelect) -> list[Any]:
        """The markup, and the words behind a value that is gone."""
        return [*super().js_args(widget), GONE % {"name": "%s"}]


register(KeptSelectAdapter(), KeptSelect)


class KeyField(forms.ChoiceField):
    """Offers what there is, and takes any key: whether it exists is for lint to say.

    So a draft that names what somebody else removes is still a draft.
    """

    def valid_value(self, value: Any) -> bool:  # noqa: ANN401 (Django's own)
        """Whether this may be a key."""
        return isinstance(value, str)


class KeyBlock(ChoiceBlock):
    """The key of an item of the catalogue; subclasses say of which."""

    def get_field(self, **given: Any) -> KeyField:  # noqa: ANN401 (Wagtail's own)
        """The field, whose choices are looked up for each form anew."""
        return KeyField(**given | {"widget": KeptSelect()})

    def normalize_choice(self, value: Any) -> Any:  # noqa: ANN401 (as JSON gives it)
        """A key is its own value; Wagtail would look it up among the choices, each time anew."""
        return value


class SharedQuestionBlock(KeyBlock):
    """One of the shared questions."""

    @staticmethod
    def choices() -> Choices:
        """Name and key of each, in the order of an intake."""
        model = apps.get_model("cms_catalogue", "Element")
        found = model.objects.filter(topic=None).values_list("key", "label")
        return [(key, f"{label} ({key})") for key, label in found]


class TopicKeyBlock(KeyBlock):
    """One of the topics."""

    @staticmethod
    def choices() -> Choices:
        """The name of each, in their order."""
        model = apps.get_model("cms_catalogue", "TopicIntake")
        return list(model.objects.values_list("key", "name"))
