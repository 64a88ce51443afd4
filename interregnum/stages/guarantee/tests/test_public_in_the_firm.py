"""H1: the clock of every guarantee is public inside the firm: whoever works there reads the list, and nobody else."""

import pytest
from django.urls import reverse

from interregnum.stages.deliver.models import Assignment
from interregnum.stages.guarantee.rules.states import Choice
from interregnum.stages.guarantee.tests.guarantee_world import press
from tests.world import browser

pytestmark = [pytest.mark.mission("H1"), pytest.mark.usefixtures("clock")]
LIST = "bureau:guarantee-cases"


def test_every_colleague_reads_the_list_with_its_clock_and_nobody_outside(life):
    """Anton guards the client; Aad is another account manager, Bea a partner, Berend the back office, Aukje audits."""
    Assignment.objects.filter(code=life.assignment).update(owner=life.cast.anton)
    page = reverse("bureau:guarantee-case", args=[press(life, Choice.REPLACE)])
    for who in ("anton", "aad", "bea", "berend", "aukje"):
        shown = browser(getattr(life.cast, who)).get(reverse(LIST))
        assert shown.status_code == 200, who
        text = shown.content.decode()
        for told in ("Bank De Proef", "2 profiles with a name", "in time"):
            assert told in text, (who, told)
        # The case itself opens for who guards the client and for who sees all: for another account manager it does not.
        assert (page in text) is (who != "aad"), who
        assert browser(getattr(life.cast, who)).get(page).status_code == (404 if who == "aad" else 200), who
    for who in ("carla", "dirk", "max", "sara"):
        assert browser(getattr(life.cast, who)).get(reverse(LIST)).status_code == 404, who
