"""Settings that must never reach real people."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import ImproperlyConfigured
from pytest_django.fixtures import Settings

from portal.checks.production import real_digid, refuse_simulator, shared_cache

REAL = "https://broker.example/digid"


@pytest.fixture(autouse=True)
def _real_people(settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = True
    settings.DIGID_SIMULATOR = False
    settings.DIGID_ISSUER = REAL


def test_a_real_broker_is_accepted() -> None:
    refuse_simulator()
    assert real_digid() == []


@pytest.mark.parametrize(
    "issuer",
    [
        "",
        "http://broker.example/digid",
        "https://localhost:8082",
        "https://digid.localhost",
        "https://127.0.0.1:8082",
        "https://127.8.8.8",
        "https://[::1]:8082",
        "https:///digid",
    ],
)
def test_a_broker_on_this_machine_or_without_tls_is_refused(
    settings: Settings, issuer: str
) -> None:
    settings.DIGID_ISSUER = issuer
    assert [error.id for error in real_digid()] == ["voordeur.E001"]
    with pytest.raises(ImproperlyConfigured):
        refuse_simulator()


def test_a_simulator_is_refused_wherever_it_is(settings: Settings) -> None:
    settings.DIGID_SIMULATOR = True
    assert [error.id for error in real_digid()] == ["voordeur.E001"]
    with pytest.raises(ImproperlyConfigured):
        refuse_simulator()


def test_the_demo_may_have_one(settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = False
    settings.DIGID_SIMULATOR = True
    refuse_simulator()


@pytest.mark.parametrize(
    ("backend", "errors"),
    [
        ("django.core.cache.backends.locmem.LocMemCache", ["voordeur.E002"]),
        ("django.core.cache.backends.dummy.DummyCache", ["voordeur.E002"]),
        ("django.core.cache.backends.db.DatabaseCache", []),
        ("django.core.cache.backends.redis.RedisCache", []),
    ],
)
def test_a_cache_per_process_is_refused(
    settings: Settings, backend: str, errors: list[str]
) -> None:
    settings.CACHES = {"default": {"BACKEND": backend}}
    assert [error.id for error in shared_cache()] == errors


@pytest.mark.processes
@pytest.mark.parametrize(("issuer", "starts"), [(REAL, True), ("http://localhost:8082", False)])
def test_production_does_not_start_with_a_simulator(
    tmp_path: Path, issuer: str, *, starts: bool
) -> None:
    outcome = started(tmp_path, "import portal.wsgi", issuer=issuer)
    assert (outcome.returncode == 0) == starts, outcome.stderr
    assert ("DIGID_ISSUER" in outcome.stderr) != starts


@pytest.mark.processes
def test_a_silent_mail_server_cannot_hold_up_the_outbox(tmp_path: Path) -> None:
    asking = "from django.conf import settings; print(settings.EMAIL_TIMEOUT)"
    outcome = started(tmp_path, asking, issuer=REAL)
    assert 0 < int(outcome.stdout) < django_settings.OUTBOX_LEASE_SECONDS, outcome.stderr


def started(folder: Path, program: str, *, issuer: str) -> subprocess.CompletedProcess[str]:
    """A process with the settings of production."""
    environment = {
        "PATH": os.environ["PATH"],
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "SECRET_KEY": "x" * 60,
        "KEYRING": "k1:" + "A" * 43 + "=",
        "BASE_URL": "https://www.zeventerpen.example",
        "ALLOWED_HOSTS": "www.zeventerpen.example",
        "DATABASE_URL": f"sqlite:///{folder}/x.sqlite3",
        "CACHE_URL": "redis://127.0.0.1:6379/0",
        "CELERY_BROKER_URL": "filesystem://",
        "DIGID_CLIENT_SECRET": "x",
        "DIGID_ISSUER": issuer,
    }
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=django_settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
