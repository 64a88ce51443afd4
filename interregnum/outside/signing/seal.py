"""A document with its page of signatures, sealed by the firm: PAdES, with a time stamp where an address is known."""

import io
from datetime import datetime

from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import HTTPTimeStamper

from interregnum.outside.signing.identity import Identity
from interregnum.outside.signing.page import with_pages

FIELD = "Seal"
TIME_STAMP_SECONDS = 10


def sealed(base: bytes, page: bytes, *, by: Identity, at: datetime, reason: str, time_stamps: str = "") -> bytes:
    """`base` byte for byte, then `page`, and the firm's seal over the whole.

    `time_stamps` is the address of a service for RFC 3161, "" for none: `at` is then what our own clock says.
    Raises NoCertificateError, and what the service of time stamps answers when it does not answer.
    """
    by.opened()
    signer = signers.SimpleSigner.load_pkcs12(by.path, passphrase=by.password.encode() or None)
    writer = with_pages(base, page)
    # No look of its own: what a person reads stands on the page, and a drawing would need another font.
    fields.append_signature_field(writer, fields.SigFieldSpec(FIELD, on_page=-1))
    meta = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        reason=reason,
    )
    stamper = HTTPTimeStamper(time_stamps, timeout=TIME_STAMP_SECONDS) if time_stamps else None
    result = io.BytesIO()
    signers.PdfSigner(meta, signer=signer, timestamper=stamper).sign_pdf(writer, output=result)
    return result.getvalue()
