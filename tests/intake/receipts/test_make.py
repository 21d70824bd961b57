"""The receipt of a real submission: complete, sealed, private, made once."""

import io
from datetime import date

import pypdf
import pytest

from intake.actions.submit_intake import submit_intake
from intake.outbox.destinations import Result
from intake.questionnaire.codes import PartType
from intake.questionnaire.laws import full_law
from intake.receipts.make import ReceiptMaker, make_receipt, receipt_html
from intake.receipts.models import Receipt
from intake.receipts.queries import NotYetMade, is_made, open_receipt
from intake.submissions.models import Submission
from intake.vault.sealing import Opening
from tests import intakes
from tests.filling import BSN, VALUES
from tests.intake.receipts import verapdf
from tests.intake.wizard.factories import answer, answers_of
from tests.machine_has import absent

pytestmark = pytest.mark.django_db(transaction=True)
OPENING = Opening(actor="user:x", purpose="test", subject="submission:x", at=intakes.NOON)


@pytest.fixture
def submission() -> Submission:
    intakes.published()
    return intakes.submitted(intakes.resident())


@pytest.fixture
def urgent() -> Submission:
    """Somebody who is about to lose a home."""
    intakes.published()
    draft = intakes.filled_draft(intakes.resident(), ["schuldhulp"])
    answer(draft, "x.spoed>kredietbank", {"soort": "ontruiming", "datum": date(2026, 11, 27)})
    return submit_intake(
        draft_id=draft.id, user_id=draft.owner_id, assurance="substantieel", now=intakes.NOON
    )


def text_of(submission: Submission) -> str:
    content = open_receipt(submission.id, opening=OPENING)
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return squeezed(" ".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    """Text without white space, because a line may break anywhere."""
    return "".join(text.split())


def test_it_says_who_received_what_when_and_by_which_law(submission: Submission) -> None:
    make_receipt(submission, now=intakes.NOON)

    text = text_of(submission)

    assert submission.reference in text
    assert squeezed("21 november 2026, 13:00 uur") in text
    assert squeezed("college van burgemeester en wethouders") in text
    for case in submission.cases.all():
        assert case.reference in text
        assert squeezed(case.name) in text
        assert squeezed(full_law(case.law)) in text
    for recipient in ("Sociaal Team", "Kredietbank", "Sociale Dienst", "team Vergunningen"):
        assert squeezed(recipient) in text
    assert squeezed("Awb 4:17") in text


def test_it_copies_the_answers_but_shows_only_the_end_of_the_bsn(submission: Submission) -> None:
    html = receipt_html(submission, now=intakes.NOON)

    assert str(VALUES[PartType.STORY]) in html
    assert BSN not in html
    assert BSN[-3:] in html


def test_an_urgent_one_begins_with_who_it_is_and_whom_to_call(urgent: Submission) -> None:
    make_receipt(urgent, now=intakes.NOON)

    content = open_receipt(urgent.id, opening=OPENING)
    first = squeezed(pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text())

    assert squeezed("Terpweg Terpweg Terpweg, zelf ingelogd met DigiD") in first
    assert squeezed("Wij bellen u op 0612345678") in first
    assert squeezed("Dit kan niet wachten: bel 14 0123") in first
    assert squeezed("maandag tot en met vrijdag van 9.00 tot 17.00 uur") in first


def test_what_cannot_wait_is_the_first_part() -> None:
    intakes.published()
    draft = intakes.filled_draft(intakes.resident(), ["gehandicaptenparkeerkaart", "schuldhulp"])
    answer(draft, "x.spoed>kredietbank", {"soort": "ontruiming", "datum": date(2026, 11, 27)})
    submission = submit_intake(
        draft_id=draft.id, user_id=draft.owner_id, assurance="substantieel", now=intakes.NOON
    )

    html = receipt_html(submission, now=intakes.NOON)

    assert html.index("<h3>Schuldhulp") < html.index("<h3>Gehandicaptenparkeerkaart")
    assert "heeft u een eerste gesprek" in html


def test_a_telephone_number_reads_as_people_dial_it() -> None:
    intakes.published()
    draft = intakes.filled_draft(intakes.resident(), ["schuldhulp"])
    [contact] = [key for key in answers_of(draft) if str(key).startswith("p.contact")]
    [given] = answers_of(draft)[contact].items
    answer(draft, str(contact), {**given, "telefoon": "+31612345678"})
    submission = submit_intake(
        draft_id=draft.id, user_id=draft.owner_id, assurance="substantieel", now=intakes.NOON
    )

    html = receipt_html(submission, now=intakes.NOON)

    assert html.count("06 12345678") == 2
    assert "+31612345678" not in html


def test_what_is_calm_does_not_press() -> None:
    intakes.published()
    calm = intakes.submitted(intakes.resident(), ["gehandicaptenparkeerkaart"])

    assert "niet wachten" not in receipt_html(calm, now=intakes.NOON)


def test_its_own_date_goes_before_the_general_term(urgent: Submission) -> None:
    html = receipt_html(urgent, now=intakes.NOON)

    told, ours = html.index("25 november 2026"), html.index("Voor u telt de datum hierboven")
    assert told < ours < html.index("binnen 4 weken")
    assert html.count(f"kenmerk {urgent.reference}") == 2


def test_it_is_made_once_however_often_it_is_asked(submission: Submission) -> None:
    outcomes = [
        ReceiptMaker().deliver(intakes.parcel(submission, "receipt"), now=intakes.NOON)
        for _ in "ab"
    ]

    assert [outcome.result for outcome in outcomes] == [Result.ACKNOWLEDGED] * 2
    assert Receipt.objects.count() == 1


def test_before_it_is_made_there_is_nothing_to_open(submission: Submission) -> None:
    assert not is_made(submission.id)
    with pytest.raises(NotYetMade):
        open_receipt(submission.id, opening=OPENING)


def test_it_is_sealed_at_rest(submission: Submission) -> None:
    make_receipt(submission, now=intakes.NOON)

    assert not bytes(Receipt.objects.get().pdf).startswith(b"%PDF")
    assert b"%PDF" not in bytes(Receipt.objects.get().pdf)


@pytest.mark.verapdf
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_the_real_receipt_complies(
    submission: Submission, tmp_path_factory: pytest.TempPathFactory, flavour: str
) -> None:
    if not verapdf.available():
        absent("veraPDF's Java")
    make_receipt(submission, now=intakes.NOON)
    file = tmp_path_factory.mktemp("receipt") / "receipt.pdf"
    file.write_bytes(open_receipt(submission.id, opening=OPENING))

    assert verapdf.failures(file, flavour) == []
