"""A disk of which the power can be cut: what was written and not flushed is there afterwards by chance alone.

A write may also be torn: each sector of 512 bytes comes through or not. SQLite works on it by a VFS of its own.
"""

import random
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import apsw

SECTOR = 512
FILES = "drill.sqlite3"


@dataclass
class File:
    """`safe` is what a power cut leaves, None as long as not even the name is safe; `waiting` was not flushed yet."""

    now: bytearray = field(default_factory=bytearray)
    safe: bytearray | None = None
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, content: bytes) -> None:
        _put(self.now, at, content)
        self.waiting += [(at + i, content[i : i + SECTOR]) for i in range(0, len(content), SECTOR)]

    def truncate(self, size: int) -> None:
        del self.now[size:]
        self.waiting.append((size, None))

    def flush(self) -> None:
        self.safe = bytearray(self.now)
        self.waiting.clear()

    def cut(self, chance: random.Random) -> None:
        """Each write that waits came through or not, in an order of the disk's own."""
        if self.safe is None and chance.random() < 0.5:
            return
        self.safe = self.safe or bytearray()
        survive = chance.random()
        for at, content in [each for each in self.waiting if chance.random() < survive]:
            if content is None:
                del self.safe[at:]
            else:
                _put(self.safe, at, content)


def _put(target: bytearray, at: int, content: bytes) -> None:
    if len(target) < at:
        target.extend(bytes(at - len(target)))
    target[at : at + len(content)] = content


class Disk(apsw.VFS):
    """The power goes after so many writes, flushes and truncations."""

    def __init__(self, name: str, *, lasts: int) -> None:
        self.files: dict[str, File] = {}
        self.name, self.lasts = name, lasts
        super().__init__(name, "")

    def tick(self) -> None:
        self.lasts -= 1
        if self.lasts < 0:
            raise apsw.IOError("the power is gone")

    def xOpen(self, name, flags):  # noqa: N802 - SQLite's own names
        flags[1] = flags[0]
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        return Opened(self, self.files.setdefault(Path(path or "temporary").name, File()))

    def xAccess(self, path: str, flags: int) -> bool:  # noqa: N802
        return Path(path).name in self.files

    def xDelete(self, path: str, sync_folder: bool) -> None:  # noqa: N802
        self.tick()
        self.files.pop(Path(path).name, None)


class Opened:
    """An open file as SQLite asks for it."""

    def __init__(self, disk: Disk, file: File) -> None:
        self.disk, self.file = disk, file

    def xRead(self, amount: int, at: int) -> bytes:  # noqa: N802
        return bytes(self.file.now[at : at + amount])

    def xWrite(self, content: bytes, at: int) -> None:  # noqa: N802
        self.disk.tick()
        self.file.write(at, bytes(content))

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.disk.tick()
        self.file.truncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.tick()
        self.file.flush()

    def xFileSize(self) -> int:  # noqa: N802
        return len(self.file.now)

    def xFileControl(self, operation: int, pointer: int) -> bool:  # noqa: N802
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xClose(self) -> None:  # noqa: N802
        pass

    def xLock(self, level: int) -> None:  # noqa: N802
        pass

    xUnlock = xLock  # noqa: N815


@dataclass(frozen=True)
class Left:
    """What a power cut left. `lost`: acknowledged commits that are gone; `half`: commits of which a part is there."""

    acknowledged: int
    lost: int
    half: int
    is_corrupt: bool


def cut(folder: Path, opening: str, *, seed: int) -> Left:
    """Work on a disk until its power goes, bring what is left to a real one, and look at it with the real SQLite."""
    chance = random.Random(seed)
    disk = Disk(f"power-{seed}", lasts=chance.randrange(30, 900))
    acknowledged: list[int] = []
    with suppress(apsw.Error), closing(apsw.Connection(FILES, vfs=disk.name)) as database:
        # One process alone: the VFS has no shared memory. What is flushed when does not depend on it.
        database.execute("PRAGMA locking_mode=EXCLUSIVE;" + opening + "PRAGMA wal_autocheckpoint=40;").fetchall()
        work(database, chance, acknowledged)
    for name, file in disk.files.items():
        file.cut(chance)
        if file.safe is not None:
            (folder / name).write_bytes(file.safe)
    return look(folder / FILES, opening, acknowledged)


def work(database: apsw.Connection, chance: random.Random, acknowledged: list[int]) -> None:
    """Transactions such as an action makes: an object, its fact, the end of the chain; large and small ones."""
    database.execute(
        "CREATE TABLE head (number INTEGER); INSERT INTO head VALUES (0);"
        "CREATE TABLE thing (number INTEGER PRIMARY KEY, text TEXT); CREATE INDEX by_text ON thing (text);"
        "CREATE TABLE fact (number INTEGER PRIMARY KEY, about INTEGER)"
    )
    for number in range(1, 1000):
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO thing VALUES (?, ?)", (number, str(number) * chance.choice([1, 40, 4000])))
        database.execute("UPDATE thing SET text = text || '.' WHERE number % 7 = ?", (number % 7,))
        database.execute("INSERT INTO fact VALUES (?, ?)", (number, number))
        database.execute("UPDATE head SET number = ?", (number,))
        database.execute("COMMIT")
        acknowledged.append(number)


def look(path: Path, opening: str, acknowledged: list[int]) -> Left:
    import sqlite3

    things: set[int] = set()
    facts: set[int] = set()
    try:
        with closing(sqlite3.connect(path)) as database:
            database.executescript(opening)
            is_corrupt = database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
            if database.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'fact'").fetchone()[0]:
                things = {row[0] for row in database.execute("SELECT number FROM thing")}
                facts = {row[0] for row in database.execute("SELECT number FROM fact")}
    except sqlite3.DatabaseError:
        is_corrupt = True
    half = len(things ^ facts)
    return Left(len(acknowledged), len(set(acknowledged) - (things & facts)), half, is_corrupt)
