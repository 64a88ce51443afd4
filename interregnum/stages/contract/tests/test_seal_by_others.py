"""A seal with a certificate from a file, and with a time stamp of an authority: here one that the test runs itself."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from interregnum.files.store import content_of
from interregnum.outside.signing.identity import Identity, NoCertificateError
from interregnum.stages.contract.actions.seal_documents import seal_documents
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.tests.accepted import drawn
from tests import world
from tests.signing import sign

STAMPED_AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def certificate(name: str, *, stamps: bool = False) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    key = rsa.generate_private_key(65537, 2048)
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    # Digital signature and content commitment, and nothing else.
    usage = [True, True, *[False] * 7]
    built = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(STAMPED_AT - timedelta(days=400))
        .not_valid_after(STAMPED_AT + timedelta(days=4000))
        .add_extension(x509.KeyUsage(*usage), critical=True)
    )
    if stamps:
        built = built.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return key, built.sign(key, hashes.SHA256())


def as_asn1(found: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(found.public_bytes(Encoding.DER))


@pytest.fixture(scope="module")
def authority() -> Iterator[tuple[str, asn1_x509.Certificate]]:
    """The address of an authority for time stamps (RFC 3161) on this machine, and its certificate."""
    key, found = certificate("Verzonnen tijdstempeldienst", stamps=True)
    plain = keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
    stamper = DummyTimeStamper(as_asn1(found), plain, fixed_dt=STAMPED_AT)

    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            answer = stamper.request_tsa_response(asked).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_said: object) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Desk)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", as_asn1(found)
    server.shutdown()


@pytest.fixture
def own_file(tmp_path, settings):
    """The certificate of a firm in a file with a password, as the settings name it."""
    key, found = certificate("Voorbeeld Interim B.V.")
    path = tmp_path / "zegel.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"zegel", key, found, None, BestAvailableEncryption(b"geheim"))
    )
    settings.SEAL = settings.SEAL | {"certificate": path, "password": "geheim", "time_stamps": ""}
    return found


def sealed(cast) -> bytes:
    contract = drawn(cast)
    for side, who in ((Side.CLIENT, cast.carla), (Side.MANAGER, cast.max)):
        assert sign(contract.code, side, cast.actor(who), at=world.NOW) is None
    seal_documents.func(contract.code)
    return content_of(contract.agreements.get(side=Side.CLIENT).sealed)


def test_the_certificate_of_a_file_seals_and_a_wrong_password_is_told(cast, own_file, settings):
    signature = PdfFileReader(io.BytesIO(sealed(cast))).embedded_signatures[0]
    assert (
        signature.signer_cert.sha256_fingerprint.replace(" ", "").lower() == own_file.fingerprint(hashes.SHA256()).hex()
    )
    trusted = ValidationContext(trust_roots=[as_asn1(own_file)])
    assert validate_pdf_signature(signature, signer_validation_context=trusted).bottom_line
    with pytest.raises(NoCertificateError):
        Identity(settings.SEAL["certificate"], "een ander").opened()


def test_a_time_stamp_of_an_authority_stands_in_the_seal(cast, own_file, authority, settings):
    address, stamps_as = authority
    settings.SEAL = settings.SEAL | {"time_stamps": address}
    signature = PdfFileReader(io.BytesIO(sealed(cast))).embedded_signatures[0]
    trusted = ValidationContext(trust_roots=[as_asn1(own_file), stamps_as])
    status = validate_pdf_signature(signature, signer_validation_context=trusted, ts_validation_context=trusted)
    assert status.bottom_line and status.timestamp_validity.intact and status.timestamp_validity.valid
    assert status.timestamp_validity.timestamp == STAMPED_AT


def test_an_authority_that_does_not_answer_leaves_the_document_unsealed_for_the_next_try(cast, own_file, settings):
    settings.SEAL = settings.SEAL | {"time_stamps": "http://127.0.0.1:9/"}
    with pytest.raises(Exception, match="timestamp service"):
        sealed(cast)
