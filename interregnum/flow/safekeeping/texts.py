"""Words of safekeeping, for whoever types its commands."""

from django.utils.translation import gettext_lazy as _

from interregnum.outside.safekeeping.unusable import Unusable

# Why something is not done. Where it is about a file or a place, nothing was touched.
REFUSALS = {
    "foreign": _("This file is not a backup of Interregnum. Nothing was touched."),
    "wrong_key": _("This backup was made with another key than the one that was given. Nothing was touched."),
    "damaged": _("This backup is damaged or not whole: it cannot be trusted. Nothing was touched."),
    "unreadable": _("%(file)s cannot be read (%(why)s). Nothing was touched."),
    "newer": _("This backup was made by Interregnum %(theirs)s and this is %(ours)s: first install that version."),
    "unknown_migrations": _("This backup holds changes unknown here (%(names)s): install the version that made it."),
    "other_database": _("This backup holds a database of %(theirs)s, and DATABASE_URL names one of %(ours)s."),
    "key_unreadable": _("The key %(file)s cannot be read (%(why)s)."),
    "no_key": _("%(file)s is not a key of backups."),
    "being_restored": _("The data in %(folder)s are being restored at this moment."),
    "in_use": _("Interregnum is running on %(folder)s: stop it first, or restore into another folder with --into."),
    "backing_up": _("Another backup of %(folder)s is being made at this moment."),
    "database_in_use": _("Others are still connected to the database %(database)s: stop them first."),
    "not_empty": _("The folder %(folder)s is not empty: name one that is not there yet."),
    "elsewhere": _("The database does not stand in %(folder)s: restore into another folder with --into."),
    "mounted": _("%(folder)s is a volume of its own and stays in its place: restore into another folder with --into."),
    "program_absent": _("The program %(program)s is not on this machine: install the client programs of PostgreSQL."),
    "program_old": _("%(program)s has version %(found)s, the server %(wanted)s: install the programs of that version."),
    "program_failed": _("%(program)s stopped: %(what)s"),
    "database_unreadable": _("The database cannot be read: %(what)s"),
    "database_unsound": _("The database is not sound: %(what)s"),
    "database_refuses": _("The database server refuses: %(what)s"),
    "memory_database": _("A database in memory cannot be kept."),
    "changed_meanwhile": _("The file %(name)s changed while it was read."),
    "not_as_written": _("What stands on the disk is not what was written. The backup was thrown away."),
    "step_failed": _("The restored data do not pass: “%(step)s” says the above. Nothing was swapped in."),
    "disk": _("The disk refuses (%(why)s). Nothing was swapped in."),
}  # fmt: skip

# What is wrong with a stored file.
FILE_FAULTS = {
    "missing": _("the file “%(name)s” (%(code)s) is not on the disk"),
    "changed": _("the file “%(name)s” (%(code)s) was changed on the disk"),
    "unreadable": _("the file “%(name)s” (%(code)s) cannot be read"),
}


def words_of(unusable: Unusable) -> str:
    """The reason in words, in the language of the moment."""
    return str(REFUSALS[unusable.code]) % unusable.facts
