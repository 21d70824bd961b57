"""The receipt, beside a bare WeasyPrint of the same HTML."""

from collections.abc import Iterator

from intake.receipts import pdf
from intake.receipts.make import receipt_html
from tests import intakes
from tests.bench.measure import Row, against, timed

TOPICS = ("huishoudelijke-hulp", "gehandicaptenparkeerkaart")


def rows() -> Iterator[Row]:
    """From sealed answers to PDF; the yardstick is WeasyPrint without tags, fonts or claims."""
    from weasyprint import HTML

    submission = intakes.submitted(intakes.resident(), TOPICS)
    html = receipt_html(submission, now=intakes.NOON)
    mine = timed(lambda: pdf.write(receipt_html(submission, now=intakes.NOON)), rounds=10)
    other = timed(lambda: HTML(string=html).write_pdf(), rounds=10)
    yield against(
        "receipt PDF, two topics",
        mine,
        yardstick="bare WeasyPrint of the same HTML",
        other=other,
        more={"per_second": round(1e3 / mine.p50, 1), "answers": html.count('class="answer"')},
    )
