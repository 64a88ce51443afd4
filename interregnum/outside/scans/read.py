"""Hand a scan to the process that looks through it, and take what may be kept, or its refusal, back."""

from dataclasses import dataclass

from interregnum.outside.apart import opened_apart
from interregnum.outside.scans.parse import LARGEST_BYTES as LARGEST_BYTES

# More than the seconds of work that it may take: a busy machine makes it wait.
PATIENCE = 60


@dataclass(frozen=True)
class Scan:
    media_type: str
    content: bytes


def plain_scan(content: bytes) -> Scan | str:
    """What may be kept of a file, or the code of why nothing may."""
    with opened_apart("interregnum.outside.scans.parse", content, patience=PATIENCE) as (found, target):
        if found is None:
            return "scan.damaged"
        return str(found["refused"]) if "refused" in found else Scan(found["kind"], target.read_bytes())
