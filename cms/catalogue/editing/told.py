"""What a form tells about its item: panels that show, and ask nothing."""

from collections.abc import Collection
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from cms.catalogue import known
from cms.catalogue.blocks.scripts import BUILDER
from cms.catalogue.editing.listing import usage, when
from cms.catalogue.editing.status import handed_in, status_of
from cms.catalogue.findings import edit_url
from cms.catalogue.models import CatalogueItem, Element, Recipient, TopicIntake
from cms.models import TopicPage
from intake.questionnaire.authoring.phrasing import elements_of
from intake.questionnaire.authoring.usage import topics_using

ADD_QUESTION: Final = "catalogue_questions:add"


class BuilderPanel(Panel):
    """Tells the condition builder what is being edited, and where it asks. Shows nothing."""

    class BoundPanel(Panel.BoundPanel):
        """The same in a form."""

        template_name = "cms/catalogue/editing/builder.html"
        media = BUILDER

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:  # noqa: ANN401
            """Add the addresses, and the kind of item."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {
                "kind": self.instance._meta.model_name,
                "offered": reverse("catalogue_offered"),
                "sentences": reverse("catalogue_sentences"),
            }

        def show_panel_furniture(self) -> bool:
            """No heading: there is nothing to see."""
            return False


class ToldPanel(Panel):
    """A panel about an item that was saved before."""

    class BoundPanel(Panel.BoundPanel):
        """The same in a form."""

        instance: CatalogueItem

        def is_shown(self) -> bool:
            """Something that is not there yet has nothing to tell."""
            return self.instance.pk is not None


class OwnQuestionsPanel(ToldPanel):
    """A topic's own questions, in order, each a link to its own form."""

    class BoundPanel(ToldPanel.BoundPanel):
        """The same in a form."""

        template_name = "cms/catalogue/editing/own_questions.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:  # noqa: ANN401
            """The questions, and where to add one."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            topic = urlencode({"topic": self.instance.pk})
            may_add = self.request.user.has_perm("cms_catalogue.add_element")
            rows = Element.objects.filter(topic=self.instance.pk)
            return context | {
                "rows": [self._row(each) for each in rows],
                "add_url": f"{reverse(ADD_QUESTION)}?{topic}" if may_add else "",
            }

        def _row(self, item: Element) -> dict[str, Any]:
            return {
                "item": item,
                "url": edit_url(item),
                "when": when(self._elements, item.key),
                "status": status_of(item, self._waiting),
            }

        @cached_property
        def _waiting(self) -> Collection[str]:
            return handed_in(Element)

        @cached_property
        def _elements(self) -> Any:  # noqa: ANN401
            return elements_of(known.released())


class AboutTopicPanel(ToldPanel):
    """Who receives a topic, and which pages tell about it."""

    class BoundPanel(ToldPanel.BoundPanel):
        """The same in a form."""

        template_name = "cms/catalogue/editing/about_topic.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:  # noqa: ANN401
            """Recipients and pages, each with its form."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            key = self.instance.key
            receive = [each for each in Recipient.objects.all() if key in each.topics]
            pages = TopicPage.objects.filter(topic_key=key).select_related("locale")
            return context | {
                "recipients": [(each, edit_url(each)) for each in receive],
                "pages": [
                    (each, reverse("wagtailadmin_pages:edit", args=[each.pk])) for each in pages
                ],
            }


class UsagePanel(ToldPanel):
    """Where a question is used."""

    class BoundPanel(ToldPanel.BoundPanel):
        """The same in a form."""

        template_name = "cms/catalogue/editing/usage.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:  # noqa: ANN401
            """How often, and by which topics, each a link."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            catalogue, key = known.released(), self.instance.key
            keys = [each.key for each in topics_using(catalogue, key).topics]
            asking = TopicIntake.objects.filter(key__in=keys)
            return context | {
                "usage": usage(catalogue, key),
                "topics": [(each, edit_url(each)) for each in asking],
            }


QUESTIONS: Final = OwnQuestionsPanel(heading=_("Own questions of this topic"))
ABOUT: Final = AboutTopicPanel(heading=_("Who receives it, and which page tells about it"))
USED: Final = UsagePanel(heading=_("Used by"))
