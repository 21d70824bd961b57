"""The gates in the database: who may be sent to, and what the last tries showed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from intake.partners import breaker
from intake.partners.models import GateState, PartnerGate


def passing() -> dict[str, int]:
    """Partners whose gate lets traffic through, each with its quota."""
    return dict(PartnerGate.objects.passing().values_list("partner_id", "quota"))


def lock_due_probes(*, now: datetime) -> list[str]:
    """Partners that may get one probe; locked until the transaction ends, so by one worker."""
    gates = PartnerGate.objects.due_for_probe(now)
    locked = gates.select_for_update(skip_locked=True, no_key=True)
    return list(locked.values_list("partner_id", flat=True))


def start_probes(*, partners: Collection[str], until: datetime) -> None:
    """Note that a probe is under way; `until` another one may go when this one got lost."""
    if partners:
        PartnerGate.objects.filter(partner_id__in=partners).update(
            state=GateState.PROBING, retry_at=until
        )


def note_results(*, results: Mapping[str, Sequence[bool]], now: datetime) -> None:
    """Take results into account: per partner whether it answered, in order of arrival."""

    def apply(gate: PartnerGate) -> None:
        for answered in results[gate.partner_id]:
            breaker.note(gate, answered=answered, now=now)

    _change(results, apply)


def shut(*, partners: Collection[str]) -> None:
    """Send nothing more to these partners: their address answered 410."""
    _change(partners, breaker.shut)


def reopen(*, partner: str) -> None:
    """Send again."""
    _change([partner], breaker.reopen)


def lock(*, partners: Collection[str]) -> dict[str, PartnerGate]:
    """Gates by partner, locked until the transaction ends.

    Always in the same order, so that nobody deadlocks.
    """
    gates = PartnerGate.objects.filter(partner_id__in=partners).order_by("partner_id")
    return {gate.partner_id: gate for gate in gates.select_for_update(no_key=True)}


def _change(partners: Collection[str], change: Callable[[PartnerGate], None]) -> None:
    """Lock, change and store some gates."""
    if not partners:
        return
    for gate in lock(partners=partners).values():
        before = _columns(gate)
        change(gate)
        if _columns(gate) != before:
            gate.save(update_fields=list(before))


def _columns(gate: PartnerGate) -> dict[str, object]:
    return {
        name: getattr(gate, name)
        for name in (
            "state",
            "retry_at",
            "trips",
            "consecutive_failures",
            "window_started_at",
            "window_total",
            "window_failed",
        )
    }
