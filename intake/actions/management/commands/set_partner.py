"""`manage.py set_partner KEY …`: where a recipient's messages go, and for which keys."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from intake.actions.configure_partner import configure_partner
from intake.partners.keys import KeyTaken, NotAPublicKey, PublicKey, read_public_keys
from intake.partners.models import Suite
from intake.partners.routes import BadAddress, BadName, BadNetwork, UnknownSuite

OPTIONS: dict[type[Exception], str] = {
    BadName: "KEY or --name",
    BadAddress: "--address",
    BadNetwork: "--allow-network",
    UnknownSuite: "--suite",
    KeyTaken: "--public-jwk",
}
"""The option that each refusal is about."""


class Command(BaseCommand):
    """Creates or changes a partner; bad input changes nothing."""

    help = (
        "Create or change a recipient's delivery. A new key or address is used for everything"
        " that was not sent yet, and what was held or given up goes out again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """KEY and what to change of it."""
        parser.add_argument("partner", metavar="KEY", help="the recipient's key in the catalogue")
        parser.add_argument("--name", default="", help="what the organisation is called")
        parser.add_argument(
            "--address", default="", metavar="URL", help="where messages are posted to"
        )
        parser.add_argument(
            "--public-jwk",
            metavar="FILE",
            type=Path,
            help="a public JWK or JWK set: X25519 to seal for, Ed25519 that it signs with",
        )
        parser.add_argument(
            "--allow-network",
            default="",
            metavar="CIDR",
            help="network that is otherwise forbidden, where plain http is fine too;"
            " several with commas",
        )
        parser.add_argument("--suite", default="", help=f"one of: {', '.join(Suite.values)}")
        parser.add_argument(
            "--resume",
            action="store_true",
            help="send what was held or given up again, also when nothing changes",
        )

    def handle(
        self,
        *_args: object,
        partner: str,
        name: str,
        address: str,
        public_jwk: Path | str | None,
        allow_network: str,
        suite: str,
        resume: bool,
        verbosity: int,
        **_options: object,
    ) -> None:
        """Change it, and say what that set free."""
        try:
            freed = configure_partner(
                partner=partner,
                name=name,
                address=address,
                networks=[word.strip() for word in allow_network.split(",") if word.strip()],
                suite=suite,
                keys=_keys(Path(public_jwk)) if public_jwk else [],
                resume=resume,
                now=timezone.now(),
            )
        except tuple(OPTIONS) as error:
            raise CommandError(f"{OPTIONS[type(error)]}: {error}") from None
        if verbosity > 0:
            self.stdout.write(f"{partner} is set; {freed} stuck messages go out again")


def _keys(path: Path) -> list[PublicKey]:
    try:
        return read_public_keys(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise CommandError(f"--public-jwk: {path}: {error.strerror}") from None
    except (NotAPublicKey, ValueError, RecursionError) as error:
        reason = error if isinstance(error, NotAPublicKey) else "not JSON"
        raise CommandError(f"--public-jwk: {path}: {reason}") from None
