"""Archives from elsewhere, looked at before anything in them is unpacked: by their own list of parts."""

import zipfile

MOST_MEMBERS, MOST_UNPACKED, MOST_RATIO = 2_000, 100_000_000, 100
SMALL = 1_000_000
ARCHIVES = (".zip", ".xlsx", ".xlsm", ".docx", ".docm", ".7z", ".rar", ".gz", ".jar")
LOCKED = 0x1


def fault_of(archive: zipfile.ZipFile, size: int) -> str:
    """What is wrong with the parts of an archive of `size` bytes: bomb, locked, macros or nested; "" for nothing."""
    members = archive.infolist()
    names = {member.filename.casefold() for member in members}
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or unpacked > size * MOST_RATIO:
        return "bomb"
    if any(member.file_size > max(SMALL, member.compress_size * MOST_RATIO) for member in members):
        return "bomb"
    if any(member.flag_bits & LOCKED for member in members):
        return "locked"
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name or name.startswith("basic/") for name in names):
        return "macros"
    if any(name.endswith(ARCHIVES) or ".." in name or name.startswith("/") for name in names):
        return "nested"
    return ""


def refers_outside(archive: zipfile.ZipFile) -> bool:
    """Whether a part has a document type; no part of an office file does, and with it come files of this machine."""
    return any(_has_document_type(archive, member) for member in archive.infolist())


def _has_document_type(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    if not member.filename.endswith((".xml", ".rels")):
        return False
    with archive.open(member) as part:
        head = part.read(65_536).replace(b"\x00", b"").upper()
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head
