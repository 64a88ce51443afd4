"""A language model behind an OpenAI-compatible address, for whoever plugs one in; without an address none is asked."""

import json
import threading
import urllib.request
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException

LARGEST_ANSWER = 200_000


class NoAnswerError(Exception):
    """The model gave nothing that can be read; the words say why, for whoever runs the installation."""


@dataclass(frozen=True)
class Model:
    """Where it is, its name, the key to it, and after how many seconds it is given up."""

    address: str
    name: str
    key: str
    seconds: float


def ask(model: Model, messages: list[dict[str, str]]) -> str:
    """What the model says to these messages. Raises NoAnswerError when it fails, is slow or talks nonsense."""
    heard: list[str | Exception] = []
    # A server that drips its answer would keep each read alive: the whole talk gets one term.
    talk = threading.Thread(target=_talk, args=(model, messages, heard), daemon=True)
    talk.start()
    talk.join(model.seconds)
    if not heard:
        raise NoAnswerError("timeout")
    if isinstance(heard[0], Exception):
        raise NoAnswerError(type(heard[0]).__name__) from heard[0]
    return heard[0]


def _talk(model: Model, messages: list[dict[str, str]], heard: list[str | Exception]) -> None:
    try:
        heard.append(_content(_sent(model, messages)))
    except (OSError, HTTPException, ValueError, LookupError, TypeError, RecursionError) as error:
        heard.append(error)


def _sent(model: Model, messages: list[dict[str, str]]) -> bytes:
    body = json.dumps({"model": model.name, "messages": messages, "temperature": 0}).encode()
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {model.key}"} if model.key else {})
    request = urllib.request.Request(f"{model.address.rstrip('/')}/chat/completions", body, headers)
    if request.type not in ("http", "https"):
        raise ValueError("not a web address")
    with _DIRECT.open(request, timeout=model.seconds) as response:
        if response.status != HTTPStatus.OK:
            raise ValueError("no answer")
        content: bytes = response.read(LARGEST_ANSWER)
        return content


def _content(body: bytes) -> str:
    said = json.loads(body)["choices"][0]["message"]["content"]
    if not isinstance(said, str):
        raise TypeError("no text")
    return said


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The address that was configured is the only one that gets the text."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


_DIRECT = urllib.request.build_opener(_NoRedirect)
