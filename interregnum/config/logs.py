"""What never stands in a log: the addresses that open something for whoever has them."""

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

# By these names an address takes what opens it; `uidb36` stands before the key of a new password.
BEARERS = ("token", "key", "uidb36")
BEARER = re.compile(rf"<(?:\w+:)?(?:{'|'.join(BEARERS)})>|\(\?P<(?:{'|'.join(BEARERS)})>")
# Any other part of an address that is not fixed.
PART = re.compile(r"<[^>]+>")
ANYTHING = r"[^/\s\"'?]+"


class WithoutLinks(logging.Filter):
    """Lines about such an address say which page it was, and not for whom."""

    def filter(self, record: logging.LogRecord) -> bool:
        from django.apps import apps

        # Before that nothing is served, and nobody knows the addresses yet.
        if apps.ready:
            said = record.getMessage()
            told = links().sub(r"\g<1>…", said)
            if told != said:
                record.msg, record.args = told, None
        return True


@cache
def links() -> re.Pattern[str]:
    """What stands before a bearer in any address of the house, and the bearer: made from the addresses themselves."""
    from django.urls import get_resolver

    fixed = sorted({_before(route) for route in routes(get_resolver()) if BEARER.search(route)})
    return re.compile(f"({'|'.join(fixed)}){ANYTHING}")


def routes(resolver: Any, before: str = "") -> Iterator[str]:
    """All addresses of a resolver, whole, as they were written down."""
    for one in resolver.url_patterns:
        route = before + str(one.pattern).removeprefix("^")
        if hasattr(one, "url_patterns"):
            yield from routes(one, route)
        else:
            yield route


def _before(route: str) -> str:
    """Up to the part that holds the bearer; what is open before it may be anything."""
    found = BEARER.search(route)
    assert found is not None
    fixed = "/" + route[: found.start()].rpartition("/")[0]
    parts = PART.split(fixed.rstrip("/") + "/")
    return ANYTHING.join(re.escape(part) for part in parts)
