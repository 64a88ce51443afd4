"""The disciplines and sub-sectors that the software comes with, by name, for commands that work without a database.

Like `parameters/first_values.py` they are read from the migration that fills the tables: it never changes.
"""

from importlib import import_module

from django.utils.translation import get_language


def first_names() -> dict[str, str]:
    """Code -> name in the reader's language, of disciplines and sub-sectors together."""
    lists = import_module("interregnum.people.migrations.0002_fill_lists")
    rows = (*lists.SECTORS, *lists.DISCIPLINES)
    return {code: english if get_language() == "en" else dutch for code, dutch, english in rows}
