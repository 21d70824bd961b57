"""An operator says where a partner is and which keys it has."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from intake.outbox import wake
from intake.outbox.deliveries import restart
from intake.outbox.states import State
from intake.partners import gates
from intake.partners.keys import PublicKey, replace_keys
from intake.partners.routes import change


@transaction.atomic(durable=True)
def configure_partner(
    *,
    partner: str,
    name: str = "",
    address: str = "",
    networks: Sequence[str] = (),
    suite: str = "",
    keys: Sequence[PublicKey] = (),
    resume: bool = False,
    now: datetime,
) -> int:
    """Create or change a partner; how many stuck messages go out again because of it.

    What is empty stays as it is. A new key or address counts for everything that was
    not sent yet. Any change, or `resume` without one, opens the gate and starts what is
    held or dead again. Raises BadAddress, BadNetwork, UnknownSuite, KeyTaken.
    """
    moved = change(
        partner=partner, name=name, address=address, networks=networks, suite=suite, now=now
    )
    rekeyed = replace_keys(partner=partner, keys=keys, now=now)
    if not (moved or rekeyed or resume):
        return 0
    gates.reopen(partner=partner)
    transaction.on_commit(wake.wake)
    return restart(partner=partner, states=[State.HELD, State.DEAD], now=now)
