"""The power is cut at a random moment: what was acknowledged is there, whole. With less care than ours it is not."""

import pytest

from interregnum.config.sqlite import OPENING
from tests.drills.power import Left, cut

pytestmark = pytest.mark.drill
SEEDS, SEEDS_OF_CONTROL = 200, 60


def cuts(tmp_path_factory, opening: str, seeds: int) -> list[Left]:
    found = [cut(tmp_path_factory.mktemp(f"seed{seed}-"), opening, seed=seed) for seed in range(seeds)]
    assert sum(left.acknowledged for left in found) > seeds, "too little was acknowledged to prove anything"
    return found


def test_no_acknowledged_commit_is_lost(tmp_path_factory):
    for seed, left in enumerate(cuts(tmp_path_factory, OPENING, SEEDS)):
        assert (left.lost, left.half, left.is_corrupt) == (0, 0, False), f"seed {seed}"


def test_flushing_at_checkpoints_alone_would_lose_commits(tmp_path_factory):
    assert "synchronous=FULL" in OPENING
    found = cuts(tmp_path_factory, OPENING.replace("synchronous=FULL", "synchronous=NORMAL"), SEEDS_OF_CONTROL)
    assert sum(left.lost > 0 for left in found) > SEEDS_OF_CONTROL / 3
    assert not [left for left in found if left.is_corrupt or left.half]


def test_never_flushing_would_damage_the_database(tmp_path_factory):
    found = cuts(tmp_path_factory, OPENING.replace("synchronous=FULL", "synchronous=OFF"), SEEDS_OF_CONTROL)
    assert [left for left in found if left.is_corrupt or left.half]
