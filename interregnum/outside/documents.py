"""Documents: a PDF from a template and plain data, the same bytes each time."""

import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import typst
from fontTools.ttLib import TTFont

# The fonts come from packages of the lock, so that a document looks the same on every machine.
FONT_PACKAGES = ("fontpkg_inter", "fontpkg_fraunces")


def pdf(template: str, data: Mapping[str, object], *, day: date) -> bytes:
    """A PDF of a Typst template, dated `day`; the same template, data and day give the same bytes.

    The template reads its data as `json(bytes(sys.inputs.data))`: words of others are shown and never run as markup.
    A document for the archive holds only signs that its fonts have; others become the nearest one, or "?".
    Raises typst.TypstError for a template that is wrong.
    """
    # 2a: for the archive, with its structure; ua-1: readable for whoever has a screen read aloud.
    return _compiled(template, {"data": _words(data)}, day, ["a-2a", "ua-1"])


def pdf_with_file(template: str, data: Mapping[str, object], *, day: date, file: bytes) -> bytes:
    """As `pdf`, for a template that puts the text `file` inside as `bytes(sys.inputs.xml)`: 3a allows that."""
    return _compiled(template, {"data": _words(data), "xml": file.decode()}, day, ["a-3a", "ua-1"])


def _words(data: Mapping[str, object]) -> str:
    return json.dumps(_printable(data), ensure_ascii=False, sort_keys=True)


def _compiled(template: str, inputs: dict[str, str], day: date, standards: Any) -> bytes:
    made: bytes = typst.compile(
        template.encode(),
        format="pdf",
        sys_inputs=inputs,
        font_paths=_fonts(),
        pdf_standards=standards,
        timestamp=int(datetime.combine(day, time(12), UTC).timestamp()),
    )
    return made


def printable(text: str) -> str:
    """A text in signs that the fonts have: "\U0001d54f" becomes "X", an emoji "?"; what is not seen is left out.

    >>> printable("caf\u00e9 \U0001f600")
    'café ?'
    """
    return "".join(_sign(sign) for sign in unicodedata.normalize("NFC", text))


def lost_signs(text: str) -> str:
    """The signs of a text that a document cannot show, nor one that means the same; each once.

    >>> lost_signs("M. \u738b, caf\u00e9?")
    '\u738b'
    """
    once = dict.fromkeys(unicodedata.normalize("NFC", text))
    return "".join(sign for sign in once if sign != "?" and _sign(sign) == "?")


def _sign(sign: str) -> str:
    if sign == "\n" or ord(sign) in _signs():
        return sign
    if sign.isspace():
        return " "
    if unicodedata.category(sign)[0] in "CM":
        return ""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if all(ord(each) in _signs() for each in plain) else "?"


def _printable(data: Any) -> Any:
    """Plain data with every text in it printable."""
    match data:
        case str():
            return printable(data)
        case Mapping():
            return {name: _printable(value) for name, value in data.items()}
        case list() | tuple():
            return [_printable(value) for value in data]
        case _:
            return data


def _folders() -> list[Traversable]:
    return [files(package) / "files" for package in FONT_PACKAGES]


@cache
def _fonts() -> typst.Fonts:
    """Only the fonts of the lock, read once; those of this machine would make other bytes."""
    folders = [str(folder) for folder in _folders()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def _signs() -> frozenset[int]:
    """The signs of the font that words of others are set in, without those for private use or control."""
    upright = next(file for file in _folders()[0].iterdir() if "Italic" not in file.name)
    with upright.open("rb") as source:
        signs = TTFont(source, lazy=True).getBestCmap()
    return frozenset(sign for sign in signs if unicodedata.category(chr(sign)) not in {"Cc", "Co", "Cs", "Cn"})
