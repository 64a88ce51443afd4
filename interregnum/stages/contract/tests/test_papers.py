"""All documents of an assignment on one page: each sees their own, and who else may see them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from interregnum.stages.brief.models import BriefVersion
from interregnum.stages.contract.tests.accepted import drawn
from interregnum.stages.contract.tests.framework import signed
from tests import world

CLIENTS, MANAGERS = "Agreement with the client", "Agreement with the interim manager"


@pytest.fixture
def contract(cast):
    contract = drawn(cast)
    BriefVersion.objects.create(
        brief=contract.brief, number=1, state="approved", content={}, offered_at=world.NOW, answered_at=world.NOW
    )
    return contract


@pytest.mark.parametrize(
    ("person", "desk", "shown", "hidden"),
    [
        ("bea", "bureau", ["Brief, version 1", "Proposal", "Invitation to be named", CLIENTS, MANAGERS], []),
        ("carla", "client", ["Brief, version 1", "Proposal", CLIENTS], ["Invitation to be named", MANAGERS]),
        ("max", "manager", ["Invitation to be named", MANAGERS], ["Brief, version 1", CLIENTS]),
    ],
)
def test_each_finds_their_own_papers_and_every_link_opens(cast, contract, person, desk, shown, hidden):
    browser = world.browser(getattr(cast, person), language="en")
    answer = browser.get(reverse(f"{desk}:contract-papers", args=[contract.code]))
    page = answer.content.decode()
    assert [words for words in shown if words not in page] == []
    assert [words for words in hidden if words in page] == []
    links = [row.url for row in answer.context["page"].papers.rows if row.url]
    assert len(links) == len(shown)
    assert {browser.get(link).status_code for link in links if "brief" not in link} == {200}


@pytest.mark.parametrize(("person", "desk"), [("bea", "bureau"), ("carla", "client"), ("max", "manager")])
def test_the_framework_that_it_stands_under_is_there_for_bureau_and_client_alone(cast, person, desk):
    framework = signed(cast)
    contract = drawn(cast)
    assert contract.framework == framework
    browser = world.browser(getattr(cast, person), language="en")
    answer = browser.get(reverse(f"{desk}:contract-papers", args=[contract.code]))
    found = [row for row in answer.context["page"].papers.rows if framework.number in str(row.cells[0].text)]
    # The document itself, and the same as DOCX.
    assert len(found) == 2 * (desk != "manager")
    assert (framework.number in answer.content.decode()) == (desk != "manager")
    for row in found[:1]:
        assert browser.get(row.url)["Content-Type"] == "application/pdf"
        assert row.cells[1] == framework.signed_at
    # Somebody else's client opens nothing by the same address.
    assert not found or world.browser(cast.otto).get(found[0].url).status_code == 404


def test_without_a_framework_none_is_named(cast, contract):
    page = world.browser(cast.bea, language="en").get(reverse("bureau:contract-papers", args=[contract.code]))
    assert "Framework agreement" not in page.content.decode()


def test_an_agreement_is_of_the_day_on_which_it_was_signed_not_sealed(cast, contract):
    later = world.NOW + timedelta(days=3)
    contract.agreements.update(signed_at=world.NOW, sealed_at=later)
    answer = world.browser(cast.bea, language="en").get(reverse("bureau:contract-papers", args=[contract.code]))
    rows = [row for row in answer.context["page"].papers.rows if CLIENTS in str(row.cells[0].text)]
    assert rows and rows[0].cells[1] == world.NOW


def test_the_back_office_gets_no_link_to_what_it_may_not_open(cast, contract):
    answer = world.browser(cast.berend).get(reverse("bureau:contract-papers", args=[contract.code]))
    links = [row.url for row in answer.context["page"].papers.rows]
    assert "" in links and not [link for link in links if "proposals" in link]


def test_somebody_elses_papers_do_not_exist(cast, contract):
    for person, desk in ((cast.otto, "client"), (cast.olga, "manager"), (cast.anton, "bureau")):
        assert world.browser(person).get(reverse(f"{desk}:contract-papers", args=[contract.code])).status_code == 404
