"""Restore a backup: proven first, laid out beside the living data, brought up to date, verified, then swapped in."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import connection, connections
from django.utils.translation import gettext as _

from interregnum.flow.safekeeping.copies import Say, database_file, server
from interregnum.flow.safekeeping.manifest import Manifest, is_older, refuse_newer
from interregnum.flow.safekeeping.reading import Content, content_of_backup, lay_out
from interregnum.flow.safekeeping.swap import swap_folder
from interregnum.flow.safekeeping.trial import Trial
from interregnum.outside.safekeeping import postgres_copy
from interregnum.outside.safekeeping.locks import IN_USE, alone
from interregnum.outside.safekeeping.sqlite_copy import check_database
from interregnum.outside.safekeeping.unusable import Unusable
from interregnum.records.ledger import Restored as RestoredLine
from interregnum.records.ledger import note, path_of_ledger

DATABASE = "interregnum.sqlite3"


@dataclass(frozen=True)
class Restored:
    """Where the restored data stand, and where what stood there before; `database` is named for PostgreSQL."""

    content: Content
    data: Path
    aside: Path | None = None
    database: str = ""


@dataclass(frozen=True)
class Wish:
    """What is asked: `into` another folder than the living one, and `faults` in the restored data taken as they are."""

    file: Path
    key: bytes
    into: Path | None = None
    faults: bool = False


def restore_backup(wish: Wish, *, at: datetime, say: Say) -> Restored:
    """All or nothing. Raises Unusable with the living data as they were."""
    say(_("Reading the whole backup …"))
    content = content_of_backup(wish.file, wish.key)
    _refuse_unfit(content)
    with _place(wish) as target:
        moment = f"{at.astimezone(UTC):%Y%m%dT%H%M%S%f}"
        fresh = target.with_name(f"{target.name}.restoring-{moment}")
        fresh.mkdir(parents=True, mode=0o700)
        try:
            say(_("Laying out database and files …"))
            lay_out(wish.file, wish.key, fresh)
            restore = _restore_sqlite if content.manifest.vendor == "sqlite" else _restore_postgres
            return restore(wish, content, fresh, target, moment, say)
        except OSError as error:
            raise Unusable("disk", why=error.strerror or error) from None
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _refuse_unfit(content: Content) -> None:
    refuse_newer(content.manifest)
    if content.manifest.vendor != connection.vendor:
        raise Unusable("other_database", theirs=content.manifest.vendor, ours=connection.vendor)


@contextmanager
def _place(wish: Wish) -> Iterator[Path]:
    """The folder to restore to: one that nobody uses for as long as this takes."""
    data = Path(settings.DATA).resolve()
    target = wish.into.resolve() if wish.into else data
    if target != data:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise Unusable("not_empty", folder=target)
        yield target
        return
    if os.path.ismount(data):
        raise Unusable("mounted", folder=data)
    if connection.vendor == "sqlite" and database_file().resolve() != data / DATABASE:
        raise Unusable("elsewhere", folder=data)
    # Our own connection would count as one of the others.
    connections.close_all()
    with alone(data / IN_USE, "in_use"):
        yield target


def _restore_sqlite(wish: Wish, content: Content, fresh: Path, target: Path, moment: str, say: Say) -> Restored:
    base = fresh / DATABASE
    (fresh / "database").rename(base)
    check_database(base)
    _prove(Trial(fresh, f"sqlite:///{base}", say), wish, content)
    return Restored(content, target, swap_folder(fresh, target, moment))


def _restore_postgres(wish: Wish, content: Content, fresh: Path, target: Path, moment: str, say: Say) -> Restored:
    place = server()
    database = f"{place.database[:30]}_restored_{moment.lower()}"
    postgres_copy.create(place, database)
    try:
        postgres_copy.load(place, database, fresh / "database")
        (fresh / "database").unlink()
        _prove(Trial(fresh, _address_of(place, database), say), wish, content)
        if target != Path(settings.DATA).resolve():
            return Restored(content, target, swap_folder(fresh, target, moment), database)
        return _swap_both(content, fresh, target, moment, database)
    except BaseException:
        postgres_copy.drop(place, database)
        raise


def _swap_both(content: Content, fresh: Path, target: Path, moment: str, database: str) -> Restored:
    """The names of the databases, then the folders; back to the old names when the folders will not."""
    place = server()
    kept = f"{place.database[:30]}_before_{moment.lower()}"
    postgres_copy.rename(place, (place.database, kept), (database, place.database))
    try:
        return Restored(content, target, swap_folder(fresh, target, moment), kept)
    except BaseException:
        postgres_copy.rename(place, (place.database, database), (kept, place.database))
        raise


def _address_of(place: postgres_copy.Server, database: str) -> str:
    """The database as DATABASE_URL names one; the program's own steps are started with it."""
    names = {key: str(value) for key, value in place.parameters.items()}
    user = ":".join(quote(names[key], safe="") for key in ("user", "password") if key in names)
    known = {"dbname", "user", "password", "host", "port"}
    extra = {key: value for key, value in names.items() if key not in known}
    # A host that is a folder, as of a socket, has its place after the question mark.
    extra |= {key: names[key] for key in ("host", "port") if key in names}
    return f"postgres://{user}@/{quote(database, safe='')}?{urlencode(extra)}"


def _prove(trial: Trial, wish: Wish, content: Content) -> None:
    """Bring the restored data up to this program, and prove journal and files before anybody relies on them."""
    if is_older(content.manifest):
        trial.step("migrate", "--verbosity", "0", "--without-backup")
    manifest, living = content.manifest, path_of_ledger().resolve()
    trial.step(
        "verify",
        "--ledger",
        str(living),
        "--head",
        f"{manifest.journal_number}:{manifest.journal_digest}",
        may_fail=wish.faults,
    )
    # Who was erased after this backup was made is in it still.
    trial.step("erase-again", "--ledger", str(living))
    _carry_ledger(living, trial.data / "ledger" / "lines", manifest)
    os.sync()


def _carry_ledger(living: Path, fresh: Path, manifest: Manifest) -> None:
    """The ledger goes along with the restored data, and says from where the journal goes on."""
    fresh.parent.mkdir(mode=0o700, exist_ok=True)
    if living.exists():
        shutil.copyfile(living, fresh)
    note(RestoredLine(manifest.journal_number, manifest.journal_digest, manifest.moment), fresh)
