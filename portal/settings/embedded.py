"""One machine, nothing installed: SQLite, Celery's filesystem transport, files under var/.

For a first look and for the demo (DEMO=1: simulators, demo accounts, a mailbox
page). Never with real residents.
"""

from portal.settings import env
from portal.settings.base import *  # noqa: F403
from portal.settings.base import BASE_URL, INSTALLED_APPS, VAR_DIR
from portal.settings.files import keyring_in, secret_key_in
from portal.settings.stores import broker_options, database

VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
SECRET_KEY = secret_key_in(VAR_DIR)
KEYRING = env.text("KEYRING", "") or keyring_in(VAR_DIR)
SIGNING_KEYS_CREATE = True
SERVE_IMAGES = True
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
DEMO = env.flag("DEMO", default=False)
if DEMO:
    INSTALLED_APPS = ["portal.demo", *INSTALLED_APPS]

DATABASES = {
    "default": database(env.text("DATABASE_URL", f"sqlite:///{VAR_DIR / 'voordeur.sqlite3'}"))
}

CACHE_URL = env.text("CACHE_URL", "")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CACHE_URL,
    }
    if CACHE_URL
    else {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
        # Replay marks live here: culling at Django's 300 entries would forget some in time.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

CELERY_BROKER_URL = env.text("CELERY_BROKER_URL", "filesystem://")
CELERY_BROKER_TRANSPORT_OPTIONS = broker_options(CELERY_BROKER_URL, VAR_DIR)

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"

PARTNER_PORT = env.number("PARTNER_PORT", 8081)
DIGID_PORT = env.number("DIGID_PORT", 8082)
DIGID_ISSUER = env.text("DIGID_ISSUER", f"http://localhost:{DIGID_PORT}")
DIGID_CLIENT_SECRET = env.text("DIGID_CLIENT_SECRET", "demo-only-secret")
DIGID_SIMULATOR = DEMO
