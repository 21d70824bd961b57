"""Everything the demo needs before its first visitor; doing it again changes nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from portal.accounts.staff import create_staff
from portal.demo import programs
from portal.demo.accounts import STAFF
from portal.demo.content.pages import load_pages
from portal.demo.content.translations import load_translations

Say = Callable[[str], Any]
LOOPBACK = "127.0.0.1/32"
STATIC = ("portal/ui/static", "cms/static", "cms/catalogue/static")


def files(*, say: Say) -> None:
    """Collect static files, unless they are newer than everything they come from."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    sources = [settings.BASE_DIR / "uv.lock", *_built_files()]
    newest = max(path.stat().st_mtime for path in sources)
    if not manifest.exists() or manifest.stat().st_mtime < newest:
        say("Static files…")
        call_command("collectstatic", interactive=False, verbosity=0)


def database(*, say: Say) -> None:
    """Tables, catalogue, pages, accounts, and where each partner is."""
    say("Database…")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    say("Catalogue and pages…")
    call_command("load_catalogue", once=True, verbosity=0)
    now = timezone.now()
    load_pages(now=now)
    load_translations(now=now)
    say("Accounts and partners…")
    for staff in STAFF:
        create_staff(
            email=staff["email"],
            name=staff["name"],
            password=staff["password"],
            totp_secret=staff["totp"],
            groups=staff["groups"],
            now=now,
        )
    _partners()


def _partners() -> None:
    for folder in sorted(programs.partner_keys().iterdir()):
        if folder.is_dir():
            call_command(
                "set_partner",
                folder.name,
                address=f"http://127.0.0.1:{settings.PARTNER_PORT}/{folder.name}/berichten",
                public_jwk=str(folder / "public.jwk.json"),
                allow_network=LOOPBACK,
                verbosity=0,
            )


def _built_files() -> list[Path]:
    folders = [settings.BASE_DIR / each for each in STATIC]
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]
