"""A migration that was released is history: it does not change any more."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests.releases.snapshot import source_of

RELEASES = sorted((Path(__file__).resolve().parents[1] / "releases").glob("*.json"))


@pytest.mark.django_db
@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_a_migration_that_was_released_does_not_change_any_more(release):
    known: dict[str, Any] = {".".join(key): each for key, each in MigrationLoader(connection, True).graph.nodes.items()}
    sources = json.loads(release.read_text("utf-8"))["sources"]
    assert {name: source_of(known[name]) for name in sources if name in known} == sources
