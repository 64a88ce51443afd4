"""A sealed file opens whole and unchanged, or not at all."""

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as some

from interregnum.outside.safekeeping import sealed
from interregnum.outside.safekeeping.parts import Part, parts, write_bytes, write_file
from interregnum.outside.safekeeping.sealed import NAME, SALT, TAG, Opened, Sealed
from interregnum.outside.safekeeping.unusable import Unusable

KEY = bytes(range(32))
CHUNK = 64
HEADER = len(sealed.MAGIC) + NAME + SALT


@pytest.fixture(autouse=True, scope="module")
def small_chunks():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealed, "CHUNK", CHUNK)
        yield


def seal(*pieces: bytes) -> bytes:
    target = io.BytesIO()
    writing = Sealed(target, KEY)
    for piece in pieces:
        writing.write(piece)
    writing.finish()
    return target.getvalue()


def opened(content: bytes, key: bytes = KEY) -> bytes:
    reading = Opened(io.BytesIO(content), key)
    return b"".join(iter(lambda: reading.read(50), b""))


def refusal(content: bytes, key: bytes = KEY) -> str:
    with pytest.raises(Unusable) as refused:
        opened(content, key)
    return refused.value.code


@given(some.lists(some.binary(max_size=3 * CHUNK), max_size=5))
def test_what_was_sealed_comes_out(pieces):
    assert opened(seal(*pieces)) == b"".join(pieces)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_a_file_that_was_never_finished_does_not_open(size):
    target = io.BytesIO()
    Sealed(target, KEY).write(os.urandom(size))
    assert refusal(target.getvalue()) == "damaged"


def test_a_change_of_any_bit_shows():
    content = seal(os.urandom(3 * CHUNK + 7))
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1 << (place % 8)
        assert refusal(bytes(changed)) in {"damaged", "foreign", "wrong_key"}


def test_a_file_that_is_cut_off_anywhere_does_not_open():
    content = seal(os.urandom(4 * CHUNK))
    for end in range(len(content)):
        assert refusal(content[:end]) in {"damaged", "foreign"}


def test_a_chunk_that_is_left_out_or_moved_or_added_shows():
    content = seal(os.urandom(4 * CHUNK))
    body = content[HEADER:]
    chunks = [body[start : start + CHUNK + TAG] for start in range(0, len(body), CHUNK + TAG)]
    assert len(chunks) == 4
    first, second, third, last = chunks
    for order in ([second, first, third, last], [first, third, last], [*chunks, last], [first, second, third], [last]):
        assert refusal(content[:HEADER] + b"".join(order)) == "damaged"


def test_a_chunk_of_another_file_of_the_same_key_does_not_fit():
    one, other = seal(bytes(3 * CHUNK)), seal(bytes(3 * CHUNK))
    assert one != other
    assert refusal(one[: HEADER + CHUNK + TAG] + other[HEADER + CHUNK + TAG :]) == "damaged"


def test_another_key_is_told_from_damage():
    assert refusal(seal(b"content"), bytes(32)) == "wrong_key"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"INTERREGNUM", b"x" * 5000])
def test_what_is_not_ours_is_told_from_damage(content):
    assert refusal(content) == "foreign"


def read_parts(content: bytes) -> list[tuple[str, str, bytes]]:
    return [(part.head.kind, part.head.name, part.content()) for part in parts(io.BytesIO(content), KEY)]


def sealed_parts(*contents: bytes) -> bytes:
    target = io.BytesIO()
    writing = Sealed(target, KEY)
    write_bytes(writing, "manifest", b"{}")
    for number, content in enumerate(contents):
        write_file(writing, "file", f"no {number}\n“”", io.BytesIO(content))
    writing.finish()
    return target.getvalue()


@given(some.lists(some.binary(max_size=3 * CHUNK), max_size=4))
def test_parts_come_out_in_order_with_name_and_bytes(contents):
    wanted = [("file", f"no {number}\n“”", content) for number, content in enumerate(contents)]
    assert read_parts(sealed_parts(*contents)) == [("manifest", "", b"{}"), *wanted]


def test_parts_that_are_passed_by_are_proven_all_the_same(monkeypatch):
    content = sealed_parts(b"one" * 100, b"two")
    assert len(list(parts(io.BytesIO(content), KEY))) == 3
    monkeypatch.setattr(Part, "chunks", lambda part: iter(()))
    with pytest.raises(Unusable):
        list(parts(io.BytesIO(content), KEY))


@pytest.mark.parametrize("line", [b"no json\n", b"[]\n", b'{"kind": "file"}\n', b"no end", b"x" * 9000])
def test_a_part_without_a_head_is_damage_however_authentic(line):
    with pytest.raises(Unusable):
        list(parts(io.BytesIO(seal(line)), KEY))


def test_a_file_that_changes_while_it_is_read_is_no_backup():
    class Restless(io.BytesIO):
        def seek(self, *place):
            super().__init__(b"else")
            return super().seek(*place)

    with pytest.raises(Unusable, match="changed_meanwhile"):
        write_file(Sealed(io.BytesIO(), KEY), "file", "letter", Restless(b"this"))
