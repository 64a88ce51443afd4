"""What a test of many addresses shares: the step of a life at which each comes, and whether anything was changed."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

# Sessions and form names are written for whoever comes by; they hold no business.
NO_BUSINESS = {"web_remembered", "django_session", "web_submission", "django_migrations", "django_content_type"}


def by_step(addresses: Iterable[str], steps: Mapping[str, tuple[Any, str]]) -> Any:
    """Marks a test of addresses: each with the life at its own step. `steps` maps an address to (role, step)."""
    named = sorted(addresses, key=lambda address: (steps[address][1], address))
    pairs = [pytest.param(steps[address][1], address, id=address) for address in named]
    return pytest.mark.parametrize(("life_at", "address"), pairs, indirect=["life_at"])


def digest() -> str:
    """A hash over every row of every business table."""
    sums = hashlib.sha256()
    with connection.cursor() as cursor:
        for meta in sorted((model._meta for model in apps.get_models()), key=lambda meta: meta.db_table):
            if meta.db_table not in NO_BUSINESS:
                # As the database has it: thousands of tests ask, and reading models takes ten times as long.
                cursor.execute(f'SELECT * FROM "{meta.db_table}" ORDER BY "{meta.pk.column}"')
                sums.update(repr(cursor.fetchall()).encode())
    return sums.hexdigest()
