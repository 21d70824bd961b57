"""The button of the text editor that puts the municipality's own number into a text."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from cms.telephone import LINK_TYPE, TelephoneLink

FEATURE: Final = "telephone"
ENTITY: Final = "TELEPHONE"


class TelephoneElement(InlineEntityElementHandler):
    """What is stored, as the editor shows it: one thing, that is not typed in."""

    mutability = "IMMUTABLE"


def offer_telephone(features: FeatureRegistry) -> None:
    """The municipality's own number, in running text."""
    features.register_link_type(TelephoneLink)
    words = {"type": ENTITY, "icon": "mobile-alt", "description": _("The municipality's number")}
    plugin = EntityFeature(words, js=["cms/telephone.js"])
    features.register_editor_plugin("draftail", FEATURE, plugin)
    rule = {
        "from_database_format": {f'a[linktype="{LINK_TYPE}"]': TelephoneElement(ENTITY)},
        "to_database_format": {"entity_decorators": {ENTITY: _stored}},
    }
    features.register_converter_rule("contentstate", FEATURE, rule)


def _stored(props: Mapping[str, Any]) -> Any:  # noqa: ANN401 — the exporter's own element
    return DOM.create_element("a", {"linktype": LINK_TYPE}, props["children"])
