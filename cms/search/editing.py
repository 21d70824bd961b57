"""Where editors keep the words that people search by."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.models import SearchSynonym


class SynonymViewSet(SnippetViewSet):
    """In the menu beside the pages: a list that can be searched, and a form of two fields."""

    model = SearchSynonym
    icon = "search"
    menu_label = _("Words for search")
    add_to_admin_menu = True
    list_display = ("__str__", "means")
    search_fields = ("say", "means")
