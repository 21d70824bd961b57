"""Many drafts go live together: what only fits together cannot go one by one."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from cms.catalogue.editing.gated import GatedMany
from cms.catalogue.models import CatalogueItem
from cms.catalogue.screens import PUBLISH
from cms.catalogue.together import publish_together


class PublishMany(GatedMany, SnippetBulkAction):
    """All of them or none, as one version."""

    verb = PUBLISH
    display_name = _("Publish together")
    aria_label = _("Publish the drafts of what is ticked, as one version")
    action_type = "publish"
    action_priority = 20
    template_name = "cms/catalogue/editing/publish_many.html"

    def check_perm(self, item: CatalogueItem) -> bool:
        """What has no draft has nothing to publish."""
        return bool(item.has_unpublished_changes)

    @classmethod
    def execute_action(
        cls,
        objects: Sequence[CatalogueItem],
        user: Any = None,  # noqa: ANN401 (anybody)
        **_given: object,
    ) -> tuple[int, int]:
        """Raises gate.Refused."""
        publish_together(objects, user=user)
        return len(objects), 0

    def get_execution_context(self) -> dict[str, Any]:
        """By whom."""
        return {**super().get_execution_context(), "user": self.request.user}

    def get_success_message(self, count: int, _children: int) -> str:
        """How many went live."""
        said = ngettext(
            "%(count)s change is live: new intakes use it from now on.",
            "%(count)s changes are live: new intakes use them from now on.",
            count,
        )
        return said % {"count": count}
