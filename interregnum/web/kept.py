"""What somebody typed when their session had ended: kept until they have signed in again.

It is given back on the same page alone and to the same account alone: the browser holds a signed note of who was
signed in last. It is sealed while it waits: some of it is meant for two people.
"""

from pathlib import Path

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpResponse, QueryDict

from interregnum.outside.seal import SealError, seal, unseal
from interregnum.web.requests import Request

COOKIE = "last_account"
KEY = "kept_form"
SECRET_WORDS = ("password", "csrfmiddlewaretoken", "token")
MOST_CHARACTERS = 250_000


def worth_keeping(form: QueryDict) -> QueryDict:
    """The fields of a form without what must not be shown again."""
    fields = form.copy()
    for name in [name for name in fields if any(word in name for word in SECRET_WORDS)]:
        del fields[name]
    return fields


def keep_form(request: Request) -> None:
    """Keep the fields of a POST, without passwords and files."""
    typed = worth_keeping(request.POST).urlencode()
    if len(typed) <= MOST_CHARACTERS:
        sealed = seal(typed, key=_key(), place=request.path)
        request.session[KEY] = {"path": request.path, "typed": sealed, "account": _last_account(request)}


def kept_form(request: Request) -> QueryDict | None:
    """The fields that were kept for this page, once; None when there are none or they are another person's."""
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[KEY]
    if kept["account"] != request.actor.code:
        return None
    try:
        return QueryDict(unseal(kept["typed"], key=_key(), place=request.path))
    except SealError:
        return None


def _key() -> Path:
    return Path(settings.KEYS_FOLDER) / "forms"


def note_account(request: Request, response: HttpResponse) -> None:
    """Let the browser remember who was signed in last."""
    if request.user.is_authenticated and _last_account(request) != request.user.code:
        response.set_signed_cookie(COOKIE, request.user.code, httponly=True, samesite="Lax", secure=request.is_secure())


def _last_account(request: Request) -> str:
    try:
        return request.get_signed_cookie(COOKIE, default="") or ""
    except BadSignature:
        return ""
