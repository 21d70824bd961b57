"""A new question, begun from the topic that it is of."""

from cms.catalogue.editing import gated
from cms.catalogue.models import Element, TopicIntake


class AddQuestionView(gated.CreateView):
    """`?topic=` says of which topic; without it, or with one that is not there, of none."""

    def get_initial_form_instance(self) -> Element:
        """An empty question of that topic."""
        asked = self.request.GET.get("topic", "")
        found = TopicIntake.objects.filter(pk=int(asked)) if asked.isdecimal() else ()
        return Element(topic=next(iter(found), None))
