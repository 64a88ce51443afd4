"""Sending an electronic invoice to an access point of Peppol by HTTP; without an address in the settings none is sent.

One try, no more: what failed for now says so, and the queue of jobs tries again with the same key, so that whoever
receives twice knows it for once.
"""

import threading
import urllib.request
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError

MOST_KEPT = 20_000


@dataclass(frozen=True)
class AccessPoint:
    """Where it is, the key to it, and after how many seconds a try is given up."""

    address: str
    key: str
    seconds: float


@dataclass(frozen=True)
class Receipt:
    """What the access point answered, kept as proof; `was_known` when it had this invoice already."""

    status: int
    body: str
    was_known: bool


class NotSentError(Exception):
    """It was not taken; `may_try_again` says whether the same file can be taken later. The words say why."""

    def __init__(self, words: str, *, may_try_again: bool, status: int = 0, body: str = "") -> None:
        super().__init__(words)
        self.may_try_again, self.status, self.body = may_try_again, status, body


def send(point: AccessPoint, xml: bytes, *, key: str, sender: tuple[str, str], receiver: tuple[str, str]) -> Receipt:
    """Hand one invoice over; `key` is the same on every try. Raises NotSentError.

    A conflict (409) means that it was taken before: that is a receipt. A silent or failing point may have taken it.
    """
    heard: list[Receipt | NotSentError] = []
    # A server that drips its answer would keep each read alive: the whole talk gets one term.
    talk = threading.Thread(target=_talk, args=(point, _request(point, xml, key, sender, receiver), heard), daemon=True)
    talk.start()
    talk.join(point.seconds)
    if not heard:
        raise NotSentError("timeout", may_try_again=True)
    if isinstance(heard[0], NotSentError):
        raise heard[0]
    return heard[0]


def _request(
    point: AccessPoint, xml: bytes, key: str, sender: tuple[str, str], receiver: tuple[str, str]
) -> urllib.request.Request:
    headers = {
        "Content-Type": "application/xml",
        "Idempotency-Key": key,
        "X-Peppol-Sender": "iso6523-actorid-upis::" + ":".join(sender),
        "X-Peppol-Receiver": "iso6523-actorid-upis::" + ":".join(receiver),
    } | ({"Authorization": f"Bearer {point.key}"} if point.key else {})
    try:
        request = urllib.request.Request(point.address, xml, headers, method="POST")
    except ValueError as error:
        raise NotSentError("not a web address", may_try_again=False) from error
    if request.type not in ("http", "https"):
        raise NotSentError("not a web address", may_try_again=False)
    return request


def _talk(point: AccessPoint, request: urllib.request.Request, heard: list[Receipt | NotSentError]) -> None:
    try:
        with _DIRECT.open(request, timeout=point.seconds) as response:
            heard.append(_receipt(response.status, response.read(MOST_KEPT)))
    except HTTPError as error:
        heard.append(_refused(error))
    except (OSError, HTTPException, ValueError) as error:
        heard.append(NotSentError(type(error).__name__, may_try_again=True))


def _receipt(status: int, body: bytes) -> Receipt:
    return Receipt(status, body.decode("utf-8", "replace"), was_known=status == HTTPStatus.CONFLICT)


def _refused(error: HTTPError) -> Receipt | NotSentError:
    try:
        body = error.read(MOST_KEPT)
    except (OSError, HTTPException):
        body = b""
    if error.code == HTTPStatus.CONFLICT:
        return _receipt(error.code, body)
    later = error.code >= HTTPStatus.INTERNAL_SERVER_ERROR or error.code in (
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.TOO_EARLY,
        HTTPStatus.TOO_MANY_REQUESTS,
    )
    words = body.decode("utf-8", "replace")
    return NotSentError(f"answered {error.code}", may_try_again=later, status=error.code, body=words)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The address that was configured is the only one that gets an invoice."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


_DIRECT = urllib.request.build_opener(_NoRedirect)
