"""A mail that says there is news, without a word of what."""

from uuid import UUID

from intake.outbox.destinations import Destination
from intake.outbox.events import NewEvent

NEWS = "nl.voordeur.zaak.nieuws.v1"


def news(*, submission_id: UUID, about: UUID) -> NewEvent:
    """The mail to whoever sent the intake, once per thing it is about (Wmebv: in 48 h).

    It names no case: what is withdrawn of a case in the outbox leaves this alone.
    """
    return NewEvent(
        type=NEWS,
        case_id=None,
        submission_id=submission_id,
        destinations=[Destination("mail")],
        idempotency_key=f"news:{about}",
    )
