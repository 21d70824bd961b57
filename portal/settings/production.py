"""Production: everything secret or local comes from the environment, or it will not start."""

from portal.settings import env
from portal.settings.base import *  # noqa: F403
from portal.settings.base import VAR_DIR
from portal.settings.stores import broker_options, database

SECRET_KEY = env.text("SECRET_KEY")
KEYRING = env.text("KEYRING")
BASE_URL = env.text("BASE_URL")
WAGTAILADMIN_BASE_URL = BASE_URL
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

DATABASES = {"default": database(env.text("DATABASE_URL"))}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.text("CACHE_URL"),
    }
}
CHECK_LINKS = env.flag("CHECK_LINKS", default=True)
CELERY_BROKER_URL = env.text("CELERY_BROKER_URL")
CELERY_BROKER_TRANSPORT_OPTIONS = broker_options(CELERY_BROKER_URL, VAR_DIR)

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True)
EMAIL_TIMEOUT = 10  # seconds; without one a silent mail server holds up the outbox for ever

DIGID_ISSUER = env.text("DIGID_ISSUER")
DIGID_CLIENT_SECRET = env.text("DIGID_CLIENT_SECRET")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
LANGUAGE_COOKIE_SECURE = True
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 1)
