"""What must hold of every form, page, summary and new version, whatever the answers."""

from itertools import pairwise

from hypothesis import given, settings

from intake.questionnaire.answers import Answers
from intake.questionnaire.conditions import told_item
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.diff import fits, rebase
from intake.questionnaire.entry import shown_item
from intake.questionnaire.navigation import next_page, pages, previous_page, tasks
from intake.questionnaire.questions import Questionnaire
from intake.questionnaire.routing import follow
from intake.questionnaire.summary import summarise
from intake.questionnaire.validation import Valid, validate_item
from tests.intake.questionnaire.strategies import TODAY, intakes

Intake = tuple[Catalogue, Questionnaire, Answers]
thorough = settings(max_examples=100, deadline=None)


@thorough
@given(intakes())
def test_a_form_that_shows_an_answer_reads_as_that_answer(intake: Intake) -> None:
    _, questionnaire, answers = intake
    for key, answer in answers.items():
        question = next(each for each in questionnaire.questions if each.key == key.question)
        for item in answer.items:
            told = told_item(question, item, today=TODAY)
            raw = shown_item(question.element.parts, told, prefix="x")
            read = validate_item(question, raw, today=TODAY, prefix="x")
            if isinstance(read, Valid):
                assert read.items == (told,)
            else:
                assert {problem.code for problem in read.problems} == {"required"}


@thorough
@given(intakes())
def test_pages_and_tasks_hold_the_path_once_in_order(intake: Intake) -> None:
    _, questionnaire, answers = intake
    route = follow(questionnaire, answers, today=TODAY)
    screens = pages(route)
    assert [question for page in screens for question in page.questions] == list(route.questions)
    assert all(map(route.needed_by, route.questions))
    assert len({page.key for page in screens}) == len(screens)
    assert tuple(page for task in tasks(route) for page in task.pages) == screens
    assert len({task.key for task in tasks(route)}) == len(tasks(route))
    for earlier, later in pairwise(screens):
        assert previous_page(route, before=later.key) == earlier


@thorough
@given(intakes())
def test_the_next_page_is_none_only_when_all_is_answered(intake: Intake) -> None:
    _, questionnaire, answers = intake
    route = follow(questionnaire, answers, today=TODAY)
    unanswered = route.unanswered()
    assert (next_page(route) is None) == (not unanswered)
    for page in pages(route):
        following = next_page(route, after=page.key)
        assert (following is None) == (not unanswered)
        assert following is None or set(map(id, following.questions)) & set(map(id, unanswered))


@thorough
@given(intakes())
def test_the_summary_shows_the_whole_path(intake: Intake) -> None:
    _, questionnaire, answers = intake
    route = follow(questionnaire, answers, today=TODAY)
    summary = summarise(route)
    asked = [key for question in route.questions for key in route.keys_of(question)]
    assert [entry.key for entry in summary.entries] == asked
    open_questions = {entry.key.question for entry in summary.entries if not entry.answered}
    assert open_questions == {question.key for question in route.unanswered()}


@thorough
@given(intakes())
def test_the_same_version_keeps_every_answer_that_fits(intake: Intake) -> None:
    _, questionnaire, answers = intake
    known = {question.key: question.element for question in questionnaire.questions}
    moved = rebase(questionnaire, questionnaire, answers, today=TODAY)
    assert set(moved.kept) | set(moved.trimmed) | set(moved.dropped) == set(answers)
    for key, answer in moved.answers.items():
        parts = {part.key: part for part in known[key.question].parts}
        assert all(fits(parts[part], item[part]) for item in answer.items for part in item)
