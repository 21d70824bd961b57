"""Two revisions of an item side by side, in words instead of codes."""

from typing import Any

from wagtail.snippets.views.snippets import RevisionsCompareView

from cms.catalogue.reviewing.panel import sections


class CompareView(RevisionsCompareView):
    """Wagtail's own address and headings, with what changes as a manager reads it."""

    template_name = "cms/catalogue/reviewing/compare.html"

    def _get_comparison(self, revision_a: Any, revision_b: Any) -> list[Any]:  # noqa: ANN401
        """Wagtail's fields would show codes."""
        return []

    def get_context_data(self, **given: object) -> dict[str, Any]:
        """Add the changes."""
        context: dict[str, Any] = super().get_context_data(**given)
        return context | sections(context["revision_a"], context["revision_b"])
