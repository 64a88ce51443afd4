"""Looks through one scan: what the process of its own does, which read.py starts.

Knows no Django and no settings, for it holds other people's files. Pictures and the pages of a PDF are made anew
from their dots: what runs, is attached or hidden in a file stays behind.
"""

import io
from pathlib import Path
from typing import Any

from interregnum.outside.apart import Refusal, limit

LARGEST_BYTES, MOST_PAGES, MOST_DOTS = 10_000_000, 60, 40_000_000
# Of a page: dots to an inch, and to its longest side at most.
DOTS_PER_INCH, LONGEST = 150, 2200
MEMORY, SECONDS, WRITES = 1024 * 1024 * 1024, 30, 40_000_000


def kind_of(content: bytes) -> str:
    """The media type that the bytes tell, never the name of a file. Raises Refusal."""
    if len(content) > LARGEST_BYTES:
        raise Refusal("scan.too_large")
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return "image/jpeg"
    raise Refusal("scan.no_scan")


def drawn_pdf(content: bytes) -> bytes:
    """A PDF with a picture of each page and nothing else of its file. Raises Refusal for what is damaged or locked."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Refusal("scan.locked" if "assword" in str(error) else "scan.damaged") from None
    if not 0 < len(document) <= MOST_PAGES:
        raise Refusal("scan.pages")
    first, *others = [_picture_of(page) for page in document]
    fresh = io.BytesIO()
    first.save(fresh, "PDF", save_all=True, append_images=others, resolution=DOTS_PER_INCH)
    return fresh.getvalue()


def _picture_of(page: Any) -> Any:
    """Clear enough to read; a page of whatever size becomes no larger than that."""
    longest = max(page.get_width(), page.get_height(), 1)
    picture = page.render(scale=min(DOTS_PER_INCH / 72, LONGEST / longest)).to_pil().convert("RGB")
    page.close()
    return picture


def plain_picture(content: bytes) -> bytes:
    """A JPEG with the dots of a picture and nothing else of its file. Raises Refusal."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
            # The header tells the size: what would grow too large is never unpacked.
            if picture.width * picture.height > MOST_DOTS:
                raise Refusal("scan.too_large")
            dots = picture.convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise Refusal("scan.damaged") from None
    fresh = io.BytesIO()
    dots.save(fresh, "JPEG", quality=88)
    return fresh.getvalue()


def found_in(source: str, target: str) -> dict[str, Any]:
    limit(memory=MEMORY, seconds=SECONDS, writes=WRITES)
    content = Path(source).read_bytes()
    try:
        kind = kind_of(content)
        content = drawn_pdf(content) if kind == "application/pdf" else plain_picture(content)
    except Refusal as refused:
        return {"refused": refused.code}
    Path(target).write_bytes(content)
    return {"kind": kind}
