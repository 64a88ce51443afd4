"""Who is meant by a part of a name: the search knows, and of two that fit one must be written out."""

import time_machine

from interregnum.flow.search_index import refresh_search
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.tests.test_taking_over import TYPED, URL, scans
from tests.world import NOW, Cast, browser, make_manager


@time_machine.travel(NOW, tick=False)
def test_a_part_of_a_name_will_do_and_of_two_that_fit_one_must_be_written_out(cast: Cast) -> None:
    make_manager(name="Eva Tweede", email="eva@example.org")
    other = make_manager(name="Max Tweede", email="tweede@example.org")
    refresh_search(NOW)
    refused = browser(cast.anton, language="en").post(URL, TYPED | {"manager": "tweed"} | scans())
    assert refused.status_code == 422
    assert "Several managers fit" in refused.text
    assert other.email in refused.text
    done = browser(cast.anton).post(URL, TYPED | {"client": "proef", "manager": "max twee"} | scans())
    assert done.status_code == 302
    assert Assignment.objects.get().manager == other
