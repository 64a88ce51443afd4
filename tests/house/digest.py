"""What a test of many addresses shares: the step of a life at which each comes, and whether anything was changed."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from django.apps import apps

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
    for model in sorted(apps.get_models(), key=lambda model: model._meta.db_table):
        if model._meta.db_table not in NO_BUSINESS:
            for row in model.objects.order_by("pk").values_list():
                sums.update(repr(row).encode())
    return sums.hexdigest()
