"""A confidential notebook goes a year after the last day; what was released to the partners stays."""

from datetime import timedelta

import time_machine

from interregnum.records.keeping import apply_terms
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.ensure.models import Notebook, ReleasedEntry
from tests.house.forms_of_notebook import all_of_notebook
from tests.life import Life
from tests.world import NOW

AT = NOW + timedelta(days=8)


def test_a_year_after_the_last_day_the_notebook_goes_and_what_was_released_stays(cast):
    with time_machine.travel(AT, tick=False):
        all_of_notebook(Life(cast, until="guarded"), "kept", "released")
    Assignment.objects.update(ends_on=(AT - timedelta(days=300)).date())
    apply_terms(AT)
    assert Notebook.objects.count() == 1
    Assignment.objects.update(ends_on=(AT - timedelta(days=400)).date())
    apply_terms(AT)
    assert not Notebook.objects.exists()
    assert ReleasedEntry.objects.get().entry is None
