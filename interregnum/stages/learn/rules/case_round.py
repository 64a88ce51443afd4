"""An exact figure of a text, said roundly."""

import re
from decimal import ROUND_HALF_UP, Decimal

GROUP = 3
# What stands between thousands, and before what is less than one.
SIGNS = {"nl": (".", ","), "en": (",", ".")}


def rounded(said: str, *, figures: int, language: str) -> str:
    """With so many figures that are not nought, as the language writes it.

    >>> rounded("1.234", figures=2, language="nl"), rounded("12,55", figures=2, language="nl")
    ('1.200', '13')
    """
    exact = _read(said)
    if not exact:
        return "0"
    step = Decimal(1).scaleb(exact.adjusted() - figures + 1)
    whole = (exact / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    thousands, point = SIGNS[language]
    plainly = f"{whole.normalize():,f}"
    return plainly.translate({ord(","): thousands, ord("."): point})


def _read(said: str) -> Decimal:
    """Three figures behind the last sign are thousands; one or two, or more, are less than one."""
    parts = re.split(r"[^\d]+", said)
    if len(parts) > 1 and len(parts[-1]) != GROUP:
        return Decimal(f"{''.join(parts[:-1])}.{parts[-1]}")
    return Decimal("".join(parts))
