"""Signs of a request that no client wrote. Enough of them and a person looks first; nothing is dropped."""

import re
from dataclasses import dataclass

_LINK = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)
_MARKUP = re.compile(r"\[url|\[/?link|<a\s+href|<script|<iframe", re.IGNORECASE)
# What is sold to whoever has a form on the web; none of it is asked of an interim-management firm.
_SOLD = re.compile(
    r"\b(casino|viagra|cialis|backlinks?|seo (services?|agency|expert)|guest post|crypto (invest|profit|trading)\w*|"
    r"bitcoin|forex|porn\w*|escorts?|payday loans?|loan offer|rank(ing)? (higher|first|#1)|web design services|"
    r"click here|limited offer|million (usd|dollars?)|unsubscribe|whatsapp me)\b",
    re.IGNORECASE,
)
_MANY_LINKS = 3
# Points of each sign; a person looks when they add up to what the firm chose.
WEIGHTS = {"trap": 3, "quick": 2, "no_form": 1, "markup": 2, "links": 1, "link_as_name": 2, "sold": 2}


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What came in and how: `seconds` between opening the form and sending it, None when no form was opened."""

    text: str
    names: str
    trap: str = ""
    seconds: float | None = None


def signs(sent: Sent, *, quick_seconds: int) -> tuple[str, ...]:
    """The codes of the signs that a request bears, in the order of `WEIGHTS`."""
    links = len(_LINK.findall(sent.text))
    found = {
        "trap": bool(sent.trap.strip()),
        "quick": sent.seconds is not None and sent.seconds < quick_seconds,
        "no_form": sent.seconds is None,
        "markup": bool(_MARKUP.search(sent.text)),
        "links": links >= _MANY_LINKS or (links > 0 and links * 12 > len(sent.text.split())),
        "link_as_name": bool(_LINK.search(sent.names)),
        "sold": bool(_SOLD.search(f"{sent.text} {sent.names}")),
    }
    return tuple(code for code in WEIGHTS if found[code])


def is_held(found: tuple[str, ...], *, hold_at: int) -> bool:
    """Whether a person must look before this is a request like any other."""
    return sum(WEIGHTS[code] for code in found) >= hold_at
