"""An assignment that already runs comes in with its paper contract, and is one like any other from then on."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from interregnum.files.store import content_of
from interregnum.jobs.models import Mail
from interregnum.stages.contract.actions.make_documents import make_anew
from interregnum.stages.contract.models import Agreement, Contract
from interregnum.stages.contract.queries.signatures import unsealed
from interregnum.stages.contract.tests.test_paper import pdf
from interregnum.stages.deliver.actions.pass_time import miss_reports
from interregnum.stages.deliver.actions.report_week import report_week
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries import late_reports
from interregnum.stages.deliver.queries.gate_facts import shut_of
from interregnum.stages.deliver.rules.gates import Gate
from interregnum.stages.deliver.rules.states import AssignmentState
from interregnum.stages.deliver.tests.deliver_world import a_week
from tests.house.forms_of_signing import picture
from tests.world import NOW, TODAY, Cast, browser

pytestmark = pytest.mark.usefixtures("on_monday")

URL = "/bureau/assignments-taken-over/"
TYPED = {
    "client": "bank de proef",
    "manager": "max@example.org",
    "category": "bridging",
    "level": "middle",
    "problem": "Het hoofd is weg.",
    "result_wanted": "De afdeling draait door.",
    "starts_on": "2025-11-03",
    "ends_on": "2026-08-28",
    "days_a_week": "4",
    "client_rate": "1250",
    "manager_rate": "1000",
    "notice_days": "20",
    "payment_days": "14",
    "profile_hours": "96",
    "start_working_days": "10",
    "handover_days": "2",
    "improvement_weeks": "4",
    "decision_working_days": "5",
    "hours_billed": "412.5",
    "passed_mandate": "Blad van 3 november gezien.",
}


def scans(content: bytes = b"") -> dict[str, SimpleUploadedFile]:
    return {name: SimpleUploadedFile("contract.pdf", content or picture()) for name in ("client_scan", "manager_scan")}


def test_what_runs_on_paper_is_taken_over_and_goes_on_like_any_other(cast: Cast) -> None:
    done = browser(cast.anton).post(URL, TYPED | scans())
    assert done.status_code == 302
    row = Assignment.objects.get()
    assert done.url == f"/bureau/assignments/{row.code}/"
    assert (row.state, row.starts_on, row.ends_on) == (AssignmentState.RUNNING, TODAY, date(2026, 8, 28))
    contract = Contract.objects.get()
    assert (contract.starts_on, contract.state, contract.taken_over.hours_billed) == (
        date(2025, 11, 3),
        "signed",
        412.5,
    )
    assert Gate.MANDATE not in shut_of(contract.code, on=TODAY)
    assert Gate.RELATION in shut_of(contract.code, on=TODAY)
    assert unsealed() == []
    assert "412.5" in browser(cast.anton).get(done.url).text.replace(",", ".")
    page = browser(cast.anton).get(f"/bureau/contracts/{contract.code}/")
    assert "Signed on paper" in page.text
    assert not Mail.objects.filter(template__contains="contract").exists()
    assert late_reports(seen_by=cast.actor(cast.max), on=TODAY) == ()
    report = report_week(assignment=row.code, week=a_week(), by=cast.actor(cast.max), at=NOW)
    assert isinstance(report, str)
    assert miss_reports(NOW + timedelta(weeks=2)) == 1
    own = browser(cast.max).get(f"/manager/contracts/{contract.code}/")
    assert own.status_code == 200
    assert "1.250" not in own.text.replace(",", ".")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"starts_on": "2026-06-01"}, "has not begun"),
        ({"ends_on": "2025-10-01"}, "lies before the first"),
        ({"ends_on": "2026-02-01"}, "over already"),
        ({"client_rate": "0"}, "more than nil"),
        ({"manager_rate": "1300"}, "more than the client pays"),
        ({"client": "Onbekend"}, "No client fits"),
        ({"manager": "niemand@example.org"}, "No manager fits"),
    ],
)
def test_what_cannot_be_is_refused_with_a_next_step(cast: Cast, changed: dict[str, str], says: str) -> None:
    refused = browser(cast.anton).post(URL, TYPED | changed | scans())
    assert refused.status_code == 422
    assert says in refused.text
    assert "Het hoofd is weg." in refused.text
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<html>", "no scan that we can keep"),
        (b"MZ een programma", "no scan that we can keep"),
        (b"%PDF-1.7 en dan niets", "cannot be opened"),
        (pdf(locked="geheim"), "locked with a password"),
        (b"%PDF-" + b"x" * 10_000_000, "larger than 10 MB"),
    ],
)
def test_a_hostile_scan_is_refused(cast: Cast, content: bytes, says: str) -> None:
    refused = browser(cast.anton, language="en").post(URL, TYPED | scans(content))
    assert refused.status_code == 422
    assert refused.text.count(says) >= 2
    assert not Contract.objects.exists()


def test_of_a_scan_only_what_is_to_be_read_is_kept(cast: Cast) -> None:
    assert browser(cast.anton).post(URL, TYPED | scans(pdf(runs=True, attached=True))).status_code == 302
    for row in Agreement.objects.select_related("document"):
        kept = content_of(row.document)
        assert kept.startswith(b"%PDF-")
        assert b"JavaScript" not in kept
        assert b"programma.exe" not in kept


def test_nobody_takes_over_the_same_paper_twice_nor_days_that_another_contract_has(cast: Cast) -> None:
    anton = browser(cast.anton, language="en")
    assert anton.post(URL, TYPED | {"days_a_week": "3"} | scans()).status_code == 302
    again = anton.post(URL, TYPED | {"days_a_week": "3"} | scans())
    assert again.status_code == 422
    assert "here already" in again.text
    assert Assignment.objects.count() == 1
    # What is left of the week may be another assignment.
    beside = str(cast.max_profile.days_a_week - 3)
    assert anton.post(URL, TYPED | {"days_a_week": beside} | scans()).status_code == 302


def test_a_scan_stays_when_documents_are_made_anew(cast: Cast) -> None:
    browser(cast.anton).post(URL, TYPED | scans())
    contract = Contract.objects.get()
    before = set(contract.agreements.values_list("document__sha256", flat=True))
    make_anew(contract.code)
    assert set(contract.agreements.values_list("document__sha256", flat=True)) == before


def test_what_the_paper_says_of_notice_and_guarantee_is_what_holds_and_its_words_stay_on_the_paper(cast: Cast) -> None:
    browser(cast.anton).post(URL, TYPED | scans())
    contract = Contract.objects.get()
    assert (contract.notice_days, contract.payment_days, contract.clauses) == (20, 14, {})
    assert contract.guarantee["profile_hours"] == 96
    page = browser(cast.carla, language="en").get(f"/client/contracts/{contract.code}/").text
    assert "96 hours" in page
