"""The values that the software comes with, for commands that work without a database.

They are read from the migrations that put them into the table. A released migration never changes, so what is read
here cannot drift from what a fresh installation holds; a copy could, and a migration may not lean on a file that does.
A later migration that adds values names them `VALUES` too: (name, value, source).
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from interregnum.parameters import migrations


@cache
def first_values() -> dict[str, Any]:
    """Name -> value of every parameter as a fresh installation has it."""
    names = sorted(module.name for module in iter_modules(migrations.__path__))
    modules = [import_module(f"{migrations.__name__}.{name}") for name in names]
    return {name: value for module in modules for name, value, _source in getattr(module, "VALUES", ())}
