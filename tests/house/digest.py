"""What a test of many addresses shares: the step of a life at which each comes, and whether anything was changed."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from tests.remembered import all_tables, fingerprint, rows

# Sessions and form names are written for whoever comes by; they hold no business.
NO_BUSINESS = {"web_remembered", "django_session", "web_submission", "django_migrations", "django_content_type"}


def by_step(addresses: Iterable[str], steps: Mapping[str, tuple[Any, str]]) -> Any:
    """Marks a test of addresses: each with the life at its own step. `steps` maps an address to (role, step)."""
    named = sorted(addresses, key=lambda address: (steps[address][1], address))
    pairs = [pytest.param(steps[address][1], address, id=address) for address in named]
    return pytest.mark.parametrize(("life_at", "address"), pairs, indirect=["life_at"])


def digest() -> bytes:
    """A hash over every row of every business table."""
    return fingerprint(rows(all_tables().keys() - NO_BUSINESS))
