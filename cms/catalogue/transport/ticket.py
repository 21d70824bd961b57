"""What was shown before an import, carried by the form that confirms it."""

from dataclasses import dataclass
from typing import Final, Self

from django.core import signing

SALT: Final = "cms.catalogue.import"
SECONDS: Final = 3600


class Stale(Exception):
    """A ticket that is no longer good: it is old, or was changed on the way."""


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """An upload: its text, its name, and the release that it was compared with."""

    text: str
    name: str
    release: int

    def signed(self) -> str:
        """As text that nobody can change."""
        data = [self.text, self.name, self.release]
        return signing.dumps(data, salt=SALT, compress=True)

    @classmethod
    def opened(cls, signed: str) -> Self:
        """Inverse of `signed`. Raises Stale."""
        try:
            text, name, release = signing.loads(signed, salt=SALT, max_age=SECONDS)
        except signing.BadSignature:
            raise Stale from None
        return cls(text=text, name=name, release=release)
