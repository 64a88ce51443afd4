"""One module of settings; what differs between installations comes from the environment (names: docs/settings.md)."""

import re
import secrets
import sys
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.utils.csp import CSP

from interregnum.config import sqlite
from interregnum.config.mail_url import mailer_of

sqlite.use_bundled()

env = environ.Env()
ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "interregnum"
TESTING = "pytest" in sys.modules
DATA = Path(env.str("INTERREGNUM_DATA", default=str(ROOT / "var")))
VERSION = re.search(r"^## (?:v(\S+)|Unreleased)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)[1] or "unreleased"  # type: ignore[index]


def _secret() -> str:
    """The key that signs cookies and links: made once, readable by its owner alone, never in a backup."""
    path = DATA / "keys" / "secret"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


DEBUG = env.bool("INTERREGNUM_DEBUG", default=False)
SECRET_KEY = "only-for-tests" if TESTING else env.str("INTERREGNUM_SECRET", default="") or _secret()
KEYS_FOLDER = DATA / "keys"
# Set, the environment goes before what the firm has typed on its page; `run` hands that on (docs/settings.md).
SITE_IS_FIXED = "INTERREGNUM_SITE" in env.ENVIRON
SITE = env.str("INTERREGNUM_SITE", default=env.str("INTERREGNUM_SITE_OF_FIRM", default="http://127.0.0.1:8000"))
HOST_OF_SITE = [host] if (host := urlsplit(SITE).hostname) else []
# What an address that begins with https:// asks for, web/https.py does with each page: it may be typed while this runs.
HOSTS_ARE_FIXED = "INTERREGNUM_HOSTS" in env.ENVIRON
ALLOWED_HOSTS = env.list("INTERREGNUM_HOSTS", default=["127.0.0.1", "localhost", "[::1]", *HOST_OF_SITE])
REDIRECTS_TO_HTTPS = env.bool("INTERREGNUM_REDIRECT_TO_HTTPS", default=True)
HSTS_SECONDS = env.int("INTERREGNUM_HSTS_SECONDS", default=31536000)
PROXIES = env.int("INTERREGNUM_PROXIES", default=None)

STAGES = [
    "ask", "brief", "choose", "contract", "deliver", "pulse", "ensure", "guarantee", "handover", "invoice", "keep",
    "learn",
]  # fmt: skip
DESKS = ["front", "own", "profile", "bureau", "client", "manager", "shadow"]
INSTALLED_APPS = [
    "interregnum.files",
    "interregnum.jobs",
    "interregnum.parameters",
    "interregnum.journal",
    "interregnum.people",
    "interregnum.web",
    *[f"interregnum.stages.{stage}" for stage in STAGES],
    "interregnum.records",
    *[f"interregnum.desks.{desk}" for desk in DESKS],
    "interregnum.flow",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "interregnum.web.room.room",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    # In tests nothing was collected: the test server itself serves the static files.
    *([] if TESTING else ["whitenoise.middleware.WhiteNoiseMiddleware"]),
    "interregnum.web.https.https",
    "interregnum.web.middleware.without_nul",
    "interregnum.web.middleware.parameters",
    "interregnum.web.middleware.Sessions",
    "interregnum.web.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "interregnum.web.https.Forms",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "interregnum.web.middleware.Timing",
    "interregnum.web.gate.Gate",
]
ROOT_URLCONF = "interregnum.config.urls"
WSGI_APPLICATION = "interregnum.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "interregnum.web.context.page",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# The embedded database: one file. IMMEDIATE, because a read that later writes would otherwise fail with "database is
# locked".
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'interregnum.sqlite3'}")}
DATABASES["default"]["ATOMIC_REQUESTS"] = False
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "factory": sqlite.Connection,
        "transaction_mode": "IMMEDIATE",
        # Whoever waits longer for another writer gets a page that says so, with the form kept.
        "timeout": 10,
        "init_command": sqlite.OPENING,
    }
    # Kept open: the last one that closes takes the log away, and on a full disk no reader could make a new one.
    DATABASES["default"]["CONN_MAX_AGE"] = 0 if TESTING else None
elif not TESTING:
    # A connection that died is noticed when it is taken, and replaced.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        pool={"timeout": 5},
        connect_timeout=5,
        tcp_user_timeout=10_000,
        # Most joins follow a key: to weigh all orders of eight of them takes longer than to answer.
        options="-c lock_timeout=10s -c join_collapse_limit=4",
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Tries are counted in the database: each server process would else have a count of its own.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "web_remembered",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["interregnum.people.entrance.Entrance"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher" if TESTING else "django.contrib.auth.hashers.Argon2PasswordHasher"
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "interregnum.people.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_FORMS = {"reset_password": "interregnum.web.account_forms.ForgottenForm"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
# Tries per address and per account; whoever tried too often waits five minutes at most.
LIMITS_ON_TRIES = {
    "login": "30/m/ip",
    "login_failed": "20/5m/ip,5/5m/key",
    "reset_password": "20/5m/ip,5/5m/key",
    "reset_password_from_key": "20/5m/ip",
    "reauthenticate": "10/5m/user",
    "change_password": "5/5m/user",
}
ACCOUNT_RATE_LIMITS = False if TESTING else LIMITS_ON_TRIES
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
MFA_RATE_LIMITS = False if TESTING else {"webauthn_login": "10/m/ip"}
MFA_ADAPTER = "interregnum.people.second_factor.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "interregnum.web.account_forms.PasskeyForm",
    "authenticate_webauthn": "interregnum.web.account_forms.ShowPasskeyForm",
    "login_webauthn": "interregnum.web.account_forms.PasskeyAloneForm",
    "reauthenticate_webauthn": "interregnum.web.account_forms.PasskeyAgainForm",
}
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Addresses are known to be right: each account began with a link that was mailed there.
MFA_ALLOW_UNVERIFIED_EMAIL = True
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "front:home"

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
FILES_ROOT = DATA / "files"
# Who was erased and how far the journal is known to reach: in no backup, so that a restore can be held against it.
LEDGER = DATA / "ledger" / "lines"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(FILES_ROOT)}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

MAIL_FOLDER = DATA / "mail"
# Until a mail server is named (EMAIL_URL), each message is kept as a file that a partner can read on a page.
_mail = env.str("EMAIL_URL", default="")
KEEPS_MAIL_IN_FOLDER = not _mail
MAILERS = {"default": mailer_of(_mail) if _mail else {"BACKEND": "interregnum.outside.mail.FirmBackend"}}
SENDER_IS_FIXED = "INTERREGNUM_FROM" in env.ENVIRON
DEFAULT_FROM_EMAIL = env.str("INTERREGNUM_FROM", default="Interregnum <no-reply@interregnum.example>")
# Where mail servers report what they could not deliver, as name@host: name+CODE@host then tells which mail it was.
MAIL_RETURNS_TO = env.str("INTERREGNUM_RETURNS_TO", default="")
# A maildir in which such reports arrive; they are read each minute.
RETURNS_FOLDER = env.str("INTERREGNUM_RETURNS_FOLDER", default="")

TASKS = {
    "default": {
        "BACKEND": "django.tasks.backends.immediate.ImmediateBackend" if TESTING else "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "replay"],
    }
}
# The certificate with which the firm seals (PKCS#12), and a service for time stamps (RFC 3161); without a certificate
# the house makes one of its own.
SEAL = {
    "certificate": Path(name) if (name := env.str("INTERREGNUM_SEAL_CERTIFICATE", default="")) else None,
    "password": env.str("INTERREGNUM_SEAL_PASSWORD", default=""),
    "time_stamps": env.str("INTERREGNUM_TIME_STAMPS", default=""),
}
# Every time of the worker's signs of life is multiplied by this: drills make it small.
WORKER_PACE = env.float("INTERREGNUM_WORKER_PACE", default=1.0)
# A language model that gives a second opinion on requests; without an address none is asked.
SECOND_OPINION = {
    "address": env.str("INTERREGNUM_MODEL_URL", default=""),
    "model": env.str("INTERREGNUM_MODEL", default="default"),
    "key": env.str("INTERREGNUM_MODEL_KEY", default=""),
    "seconds": env.float("INTERREGNUM_MODEL_SECONDS", default=30.0),
}
# An access point of Peppol that takes invoices by HTTP; without an address none is sent there.
ACCESS_POINT = {
    "address": env.str("INTERREGNUM_ACCESS_POINT", default=""),
    "key": env.str("INTERREGNUM_ACCESS_POINT_KEY", default=""),
    "seconds": env.float("INTERREGNUM_ACCESS_POINT_SECONDS", default=20.0),
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # The worker sets its loggers to INFO: two lines for each mail would push the address and the sign-ins out of sight.
    "filters": {"without links": {"()": "interregnum.config.logs.WithoutLinks"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "level": "WARNING", "filters": ["without links"]}},
    "loggers": {"django.request": {"filters": ["without links"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
