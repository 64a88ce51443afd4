"""What a backup says of itself, and whether this program can take it."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from interregnum.outside.safekeeping.sqlite_copy import Rows
from interregnum.outside.safekeeping.unusable import Unusable

LARGEST_BYTES = 1_000_000
MOST_NAMED = 1000


@dataclass(frozen=True)
class Manifest:
    """The state of the firm at the moment of the backup. Sizes and hashes stand at each part itself."""

    program: str
    vendor: str
    moment: str
    migrations: Mapping[str, list[str]]
    rows: Mapping[str, int]
    journal_number: int
    journal_digest: str


@dataclass(frozen=True)
class Ending:
    """What is known only at the end: how many files went in, and which rows lack theirs or have it damaged."""

    files: int = 0
    size: int = 0
    missing: int = 0
    changed: int = 0
    named: list[str] = field(default_factory=list)


def manifest_of(rows: Rows, tables: Iterable[str], *, vendor: str, moment: str) -> Manifest:
    """Ask a copy, or one moment of a living database, what it holds."""
    migrations: dict[str, list[str]] = {}
    for app, name in rows("SELECT app, name FROM django_migrations ORDER BY app, name"):
        migrations.setdefault(app, []).append(name)
    head = next(rows("SELECT number, digest FROM journal_head ORDER BY id"), (0, ""))
    counts = {table: next(rows(f'SELECT count(*) FROM "{table}"'))[0] for table in sorted(tables)}
    return Manifest(settings.VERSION, vendor, moment, migrations, counts, head[0], head[1])


def written(value: Manifest | Ending) -> bytes:
    return json.dumps(asdict(value), ensure_ascii=False, sort_keys=True).encode()


def read[T: (Manifest, Ending)](kind: type[T], content: bytes) -> T:
    """Raises Unusable for what is no manifest of ours, however authentic."""
    try:
        return kind(**json.loads(content))
    except (ValueError, TypeError):
        raise Unusable("damaged") from None


def refuse_newer(manifest: Manifest) -> None:
    """Raise Unusable for a backup that knows more than this program does."""
    theirs, ours = _version(manifest.program), _version(settings.VERSION)
    if theirs and ours and theirs > ours:
        raise Unusable("newer", theirs=manifest.program, ours=settings.VERSION)
    unknown = sorted(_names(manifest) - _known())
    if unknown:
        raise Unusable("unknown_migrations", names=", ".join(f"{app} {name}" for app, name in unknown[:3]))


def is_older(manifest: Manifest) -> bool:
    """Whether this program has migrations that the backup does not have yet."""
    return bool(set(MigrationLoader(None).disk_migrations) - _names(manifest))


def _names(manifest: Manifest) -> set[tuple[str, str]]:
    return {(app, name) for app, names in manifest.migrations.items() for name in names}


def _known() -> set[tuple[str, str]]:
    on_disk = MigrationLoader(None).disk_migrations
    return set(on_disk) | {replaced for migration in on_disk.values() for replaced in migration.replaces}


def _version(text: str) -> tuple[int, ...]:
    """The numbers of a version; none for a program that was not released."""
    return tuple(map(int, text.split("."))) if re.fullmatch(r"\d+(\.\d+)*", text) else ()
