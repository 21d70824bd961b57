"""Where deliveries can go, and the registry of who carries them there.

Two sorts of carrier. A `Handler` does its work itself, here and now (make the
receipt, send a mail). A `Courier` sends over the network, many at once: it
prepares with the database, and sends without it. Both must bear being asked
twice for the same delivery: a worker may die after the work and before its report.
"""

import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, Self, TypeAlias


@dataclass(frozen=True, slots=True)
class Destination:
    """One place an event must go: a kind with a carrier, and the partner's key if it has one."""

    kind: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A claimed delivery, as its carrier sees it. `fence` is what the claim is known by."""

    id: uuid.UUID
    fence: int
    kind: str
    key: str
    attempt: int
    due: datetime
    event_id: uuid.UUID
    type: str
    case_id: uuid.UUID | None
    submission_id: uuid.UUID
    occurred_at: datetime


NO_KEY = "no-key"
"""The reason when there is no key to seal for a partner."""

FAULT = "error:"
"""What the reason begins with when our own code failed; the name of an exception follows."""


class Result(StrEnum):
    """How a try ended."""

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    RETRY = "retry"
    REFUSED = "refused"
    GONE = "gone"
    HOLD = "hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a try ended. `reason` is a short code of our own, never text from outside."""

    result: Result
    reason: str = ""
    status: int | None = None
    retry_after: timedelta | None = None

    @property
    def ours(self) -> bool:
        """Whether it went wrong on our side, which says nothing about the other one."""
        return self.result is Result.HOLD or self.reason.startswith(FAULT)

    @classmethod
    def sent(cls, *, status: int | None = None) -> Self:
        """It has left, and the other side said 2xx."""
        return cls(result=Result.SENT, status=status)

    @classmethod
    def delivered(cls) -> Self:
        """It is where it must be; nobody else has to say so."""
        return cls(result=Result.ACKNOWLEDGED)

    @classmethod
    def retry(
        cls, reason: str, *, status: int | None = None, retry_after: timedelta | None = None
    ) -> Self:
        """It failed in a way that may pass; `retry_after` as the other side asked."""
        return cls(result=Result.RETRY, reason=reason, status=status, retry_after=retry_after)

    @classmethod
    def refused(cls, reason: str, *, status: int | None = None) -> Self:
        """The other side will not have it like this; after two of these it is held."""
        return cls(result=Result.REFUSED, reason=reason, status=status)

    @classmethod
    def gone(cls, reason: str, *, status: int | None = None) -> Self:
        """The address is no more: nothing goes there until somebody gives a new one."""
        return cls(result=Result.GONE, reason=reason, status=status)

    @classmethod
    def hold(cls, reason: str) -> Self:
        """Trying again is no use until somebody has done something (a key is missing)."""
        return cls(result=Result.HOLD, reason=reason)


class Handler(Protocol):
    """Does the work itself, synchronously, in the relay's process."""

    def deliver(self, parcel: Parcel, *, now: datetime) -> Outcome:
        """Do it. An exception counts as a failed try, known by its class name only."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a courier needs to send one parcel without the database."""

    parcel: Parcel
    address: str
    networks: tuple[str, ...]
    headers: Mapping[str, str]
    body: bytes


Send: TypeAlias = Callable[[Letter], Awaitable[Outcome]]


class Courier(Protocol):
    """Sends over the network. `prepare` may use the database, what `open` gives may not."""

    def prepare(
        self, parcels: Sequence[Parcel], *, now: datetime
    ) -> Mapping[uuid.UUID, Letter | Outcome]:
        """Per parcel what to send, or how it already ended."""
        ...

    def open(self) -> AbstractAsyncContextManager[Send]:
        """Connections for as long as the context lasts; the callable never raises."""
        ...


class AlreadyRegistered(Exception):
    """A kind of destination has one carrier only."""


class Registry:
    """Who carries what; the project's own is `registry`."""

    def __init__(self) -> None:
        self.handlers: dict[str, Handler] = {}
        self.couriers: dict[str, Courier] = {}

    def register(self, kind: str, handler: Handler) -> None:
        """Add a handler. Raises AlreadyRegistered."""
        self._require_free(kind)
        self.handlers[kind] = handler

    def register_courier(self, kind: str, courier: Courier) -> None:
        """Add a courier. Raises AlreadyRegistered."""
        self._require_free(kind)
        self.couriers[kind] = courier

    def _require_free(self, kind: str) -> None:
        if kind in self.handlers or kind in self.couriers:
            raise AlreadyRegistered(kind)


registry = Registry()
register = registry.register
register_courier = registry.register_courier
