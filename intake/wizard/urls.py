"""Addresses under /intake/; see the contract in the README."""

from django.urls import path

from intake.wizard import check, confirmation, lists, papers, questions, start, tasks

app_name = "intake"

urlpatterns = [
    path("", start.start, name="start"),
    path("beginnen/", start.begin, name="begin"),
    path("<uuid:intake_id>/", tasks.task_list, name="tasks"),
    path("<uuid:intake_id>/onderwerpen/", tasks.topics_page, name="topics"),
    path("<uuid:intake_id>/controleren/", check.check_page, name="check"),
    path("<uuid:intake_id>/papieren/", papers.papers_page, name="papers"),
    path("<uuid:intake_id>/verzonden/", confirmation.sent, name="sent"),
    path("<uuid:intake_id>/<slug:page>/", questions.question_page, name="page"),
    path("<uuid:intake_id>/<slug:page>/toevoegen/", lists.item_page, name="item_add"),
    path("<uuid:intake_id>/<slug:page>/<int:number>/", lists.item_page, name="item"),
    path(
        "<uuid:intake_id>/<slug:page>/<int:number>/verwijderen/",
        lists.remove_page,
        name="item_remove",
    ),
]
