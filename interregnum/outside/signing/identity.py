"""The certificate with which the firm seals: from a file that the settings name, or one that the house made itself."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID

YEARS = 10


class NoCertificateError(Exception):
    """The file that the settings name holds no certificate with a key, or the password is another one."""


@dataclass(frozen=True)
class Identity:
    """A PKCS#12 file and what opens it. `is_self_made`: nobody but this house vouches for it."""

    path: Path
    password: str = ""
    is_self_made: bool = False

    def opened(self) -> pkcs12.PKCS12KeyAndCertificates:
        """Raises NoCertificateError."""
        try:
            found = pkcs12.load_pkcs12(self.path.read_bytes(), self.password.encode() or None)
        except (OSError, ValueError) as error:
            raise NoCertificateError(str(error)) from error
        if found.key is None or found.cert is None:
            raise NoCertificateError(self.path.name)
        return found

    def fingerprint(self) -> str:
        """SHA-256 of the certificate, in hex."""
        found = self.opened().cert
        return found.certificate.fingerprint(hashes.SHA256()).hex() if found else ""


def make_identity(path: Path, *, name: str, at: datetime) -> None:
    """Make a certificate of our own in `name`, readable by its owner alone; one that is there stays."""
    if path.exists():
        return
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64] or "Interregnum")])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(called)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    content = pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, None, NoEncryption())
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.touch(mode=0o600)
    part.write_bytes(content)
    # Of two that make one at the same moment the first one's stands.
    with suppress(FileExistsError):
        os.link(part, path)
    part.unlink()
