"""Moving data keys to the ring's first key; what they sealed need not be touched."""

from intake.vault import keyring
from intake.vault.keys import secret_of
from intake.vault.models import DataKey


def waiting() -> int:
    """How many live data keys an older key of the ring still wraps."""
    return DataKey.objects.wrapped_by_other_than(keyring.configured().kid).count()


def rewrap_some(*, limit: int) -> int:
    """Rewrap up to `limit` keys; how many there were, 0 when none is left.

    Every key is one conditional update, so that stopping anywhere loses nothing, two
    rotations at once do no harm, and a key destroyed meanwhile stays destroyed.
    Raises UnknownKey when the ring no longer holds the key that wrapped one.
    """
    ring = keyring.configured()
    batch = list(DataKey.objects.wrapped_by_other_than(ring.kid).order_by("id")[:limit])
    for key in batch:
        wrapped = ring.wrap(secret_of(key), owner=str(key.id))
        unchanged = DataKey.objects.live().filter(id=key.id, kid=key.kid)
        unchanged.update(wrapped=wrapped, kid=ring.kid)
    return len(batch)
