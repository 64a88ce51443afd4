"""Pictures from elsewhere, made anew from their dots: nothing else of the file is kept."""

import io

from PIL import Image, UnidentifiedImageError

LARGEST_BYTES, MOST_DOTS = 2_000_000, 16_000_000
# Twice what a page shows, for sharp screens.
SHOWN = (480, 128)
KINDS = ("PNG", "JPEG")


class PictureError(Exception):
    """This file is not taken; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def plain_logo(content: bytes) -> bytes:
    """A small PNG with the dots of a PNG or JPEG, by its content; no metadata, no second image. Raises PictureError."""
    if len(content) > LARGEST_BYTES:
        raise PictureError("logo.too_large")
    try:
        with Image.open(io.BytesIO(content), formats=KINDS) as picture:
            # The header tells the size: what would grow too large is never unpacked.
            if picture.width * picture.height > MOST_DOTS:
                raise PictureError("logo.too_many_dots")
            dots = picture.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise PictureError("logo.no_picture") from None
    dots.thumbnail(SHOWN)
    fresh, target = Image.new("RGBA", dots.size), io.BytesIO()
    fresh.paste(dots)
    fresh.save(target, "PNG", optimize=True)
    return target.getvalue()
