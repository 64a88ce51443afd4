"""The words of a PDF with their places. Nothing in it is run: no script, no link, no attached file."""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from interregnum.outside.apart import Refusal

MOST_PAGES = 60
MOST_SIGNS = 300_000
BOLD = re.compile(r"bold|black|heavy|semibold|demi|medium", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|[-,]it\b|slanted", re.IGNORECASE)
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# What the library makes of a hyphen at the end of a line.
HYPHENS = frozenset("\u0002\ufffe\uffff")
# A gap of so much of the height of the signs separates words, where no space was written.
GAP = 0.22
FORCE_BOLD, HEAVY = 1 << 18, 600


def pages_of(content: bytes) -> dict[str, Any]:
    """Each page as its size, its words and how many pictures it holds. Raises Refusal."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Refusal("cv.locked" if "assword" in str(error) else "cv.damaged") from None
    if len(document) > MOST_PAGES:
        raise Refusal("cv.too_many_pages", most=MOST_PAGES)
    pages, signs = [], 0
    for page in document:
        words = _words_of(page.get_textpage())
        signs += sum(len(word[-1]) for word in words)
        if signs > MOST_SIGNS:
            raise Refusal("cv.too_long")
        pages.append({"width": page.get_width(), "height": page.get_height(), "words": words, "pictures": _has(page)})
    return {"kind": "pdf", "pages": pages}


def _has(page: Any) -> bool:
    """Whether there is a picture on a page."""
    pictures = list(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))
    return len(pictures) > 0


def _words_of(text: Any) -> list[list[Any]]:
    """[left, right, baseline from above, height, style, word] in the order of the file."""
    top = text.page.get_height()
    words: list[list[Any]] = []
    current: list[Any] | None = None
    for sign, (left, right, low, height), style in _signs_of(text):
        if not sign.strip():
            current = None
        elif current and _goes_on(current, left, top - low, height):
            current[1], current[3], current[5] = max(current[1], right), max(current[3], height), current[5] + sign
        else:
            current = [left, right, top - low, height, style, sign]
            words.append(current)
    return [[round(n, 1) for n in word[:4]] + word[4:] for word in words]


def _goes_on(word: list[Any], left: float, baseline: float, height: float) -> bool:
    size = max(word[3], height)
    return bool(abs(word[2] - baseline) < size * 0.25 and -size * 1.2 < left - word[1] < size * GAP)


def _signs_of(text: Any) -> Iterator[tuple[str, tuple[float, float, float, float], str]]:
    box, left, base = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for number in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, number)
        sign = LIGATURES.get(code, chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "")
        if sign in HYPHENS:
            sign = "-"
        elif not sign or sign in "\r\n" or raw.FPDFText_IsGenerated(text, number) == 1:
            continue
        if not raw.FPDFText_GetLooseCharBox(text, number, box):
            continue
        # By its advance and not by its ink: the gap beside a narrow letter is no space.
        raw.FPDFText_GetCharOrigin(text, number, left, base)
        place = min(box.left, box.right), max(box.left, box.right), base.value, abs(box.top - box.bottom)
        yield sign, place, _style_of(text, number)


def _style_of(text: Any, number: int) -> str:
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text, number, None, 0, flags)
    name = ctypes.create_string_buffer(max(length, 1))
    raw.FPDFText_GetFontInfo(text, number, name, length, flags)
    font = name.value.decode("latin-1")
    is_bold = bool(BOLD.search(font)) or bool(flags.value & FORCE_BOLD)
    return ("b" if is_bold else "") + ("i" if ITALIC.search(font) else "")
