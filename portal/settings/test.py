"""The test suite: the embedded settings, quick hashes, and a database of its own.

SQLite by default; DATABASE_URL names PostgreSQL for the second run.
"""

import os

from portal.settings import env
from portal.settings.own_folder import own_folder

os.environ["VAR_DIR"] = str(own_folder())
os.environ.setdefault("DEMO", "1")

from portal.settings.embedded import *  # noqa: F403
from portal.settings.embedded import DATABASES, STATIC_ROOT, VAR_DIR

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns when it is missing
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, because the in-memory database knows no write-ahead log.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
if migrated := env.text("MIGRATED", ""):
    # Every process of the run copies a database that was migrated once; see tests/migrated.
    DATABASES["default"].setdefault("TEST", {}).update(MIGRATE=False, TEMPLATE=migrated)
