"""QR codes: the way from paper to a page, as the outline that a drawing in a page or document is given."""

from dataclasses import dataclass

import qrcode
from qrcode.constants import ERROR_CORRECT_M

BORDER = 4


@dataclass(frozen=True)
class QrCode:
    """`path` is the outline of the dark dots (SVG), in a square of so many units."""

    path: str
    size: int


def qr_code(text: str) -> QrCode:
    """Readable also where a tenth of it is worn."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=BORDER)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    dots = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark]
    return QrCode("".join(dots), len(rows))
