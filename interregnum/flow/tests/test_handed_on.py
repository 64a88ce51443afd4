"""A partner closes the account of a colleague: what that colleague guarded goes to another in the same moment."""

from datetime import date
from functools import partial

import pytest
from django.urls import reverse

from interregnum.jobs.models import Mail
from interregnum.journal.chain import faults
from interregnum.journal.models import Entry, Payload
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account, Note
from interregnum.people.rules.notes import NoteKind
from interregnum.stages.ask.actions.handle_request import give_to
from interregnum.stages.ask.models import Request
from interregnum.stages.contract.actions.frameworks import sign_framework
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.tests.framework import made, signature
from interregnum.stages.deliver.actions.close_colleague import close_colleague
from interregnum.stages.deliver.models import Assignment
from tests import world
from tests.life import Life
from tests.together import together
from tests.world import NOW, browser


@pytest.fixture
def life(cast) -> Life:
    life = Life(cast, until="signed")
    Note.objects.all().delete()
    for done_at in (None, NOW):
        said = {"kind": NoteKind.CALL, "organisation": cast.bank, "text": "Gebeld.", "at": NOW, "by": cast.anton}
        Note.objects.create(
            **said, next_action="Bellen.", next_on=date(2026, 3, 9), next_owner=cast.anton, done_at=done_at
        )
    return life


def page_of(account: Account) -> str:
    return reverse("bureau:people-person", args=[account.code])


def close(cast, owner: str):
    return browser(cast.bea).post(page_of(cast.anton), {"do": "close", "owner": owner})


def test_the_page_says_what_a_colleague_guards_and_asks_to_whom_it_goes(cast, life):
    page = browser(cast.bea, language="en").get(page_of(cast.anton)).text
    told = page[page.index("guards, open and ended:") :]
    for line in ("Requests: 1", "Assignments: 1", "Clients: 1", "Next actions: 1"):
        assert f"<li>{line}</li>" in told
    assert cast.aad.code in told and cast.bea.code in told
    assert f'value="{cast.anton.code}"' not in told and f'value="{cast.sara.code}"' not in told
    assert "guards, open and ended" not in browser(cast.bea, language="en").get(page_of(cast.sara)).text


def test_all_of_it_goes_to_whoever_is_chosen_who_gets_one_mail(cast, life):
    assert close(cast, cast.aad.code).status_code == 302
    assert not Account.objects.get(pk=cast.anton.pk).is_active
    assert Request.objects.get(code=life.request).owner == cast.aad
    assert Assignment.objects.get(contract__code=life.contract).owner == cast.aad
    assert list(Note.objects.order_by("pk").values_list("next_owner", flat=True)) == [cast.aad.pk, cast.anton.pk]
    page = reverse("bureau:deliver-assignment", args=[Assignment.objects.get(contract__code=life.contract).code])
    assert browser(cast.aad).get(page).status_code == 200
    mail = Mail.objects.get(template="mail/work_handed_on.txt")
    assert mail.to == cast.aad.email
    told = Payload.objects.get(entry__kind="WorkHandedOn").content
    counted = {"requests": 1, "assignments": 1, "steps": 1, "frameworks": 0}
    assert told == {"account": cast.anton.code, "owner": cast.aad.code} | counted
    assert Entry.objects.filter(kind__in=("AccountClosed", "OwnerChanged")).count() == 2


@pytest.mark.parametrize("whom", ["", "anton", "sara", "max", "gone"])
def test_without_a_colleague_who_is_there_nothing_is_closed(cast, life, whom):
    Account.objects.filter(pk=cast.aad.pk).update(is_active=False)
    owner = {"": "", "gone": cast.aad.code}.get(whom) if whom in {"", "gone"} else getattr(cast, whom).code
    answer = close(cast, owner)
    assert answer.status_code == 422
    assert Account.objects.get(pk=cast.anton.pk).is_active
    assert Request.objects.get(code=life.request).owner == cast.anton
    refused = close_colleague(account=cast.anton.code, owner=owner, by=cast.actor(cast.bea), at=NOW)
    assert isinstance(refused, Refused) and refused.reasons[0].code == "deliver.no_heir"
    assert Account.objects.get(pk=cast.anton.pk).is_active
    assert not Entry.objects.filter(kind="AccountClosed").exists()


def test_whoever_guards_nothing_is_closed_without_a_question_and_a_partner_who_takes_it_gets_no_mail(cast, life):
    assert browser(cast.bea).post(page_of(cast.sara), {"do": "close"}).status_code == 302
    assert not Entry.objects.filter(kind="WorkHandedOn").exists()
    assert close(cast, cast.bea.code).status_code == 302
    assert Request.objects.get(code=life.request).owner == cast.bea
    assert not Mail.objects.filter(template="mail/work_handed_on.txt").exists()


@pytest.mark.parametrize("do", ["close", "take"])
def test_a_framework_agreement_that_waits_goes_along_and_who_takes_it_may_act_and_hears_of_it(cast, do):
    over, waits = made(cast, by=cast.anton), made(cast, by=cast.anton)
    page = browser(cast.bea, language="en").get(page_of(cast.anton)).text
    assert "Framework agreements to be signed: 1" in page
    said = {"do": do, "seat": cast.anton.seats.get().pk}
    assert browser(cast.bea).post(page_of(cast.anton), said | {"owner": ""}).status_code == 422
    assert browser(cast.bea).post(page_of(cast.anton), said | {"owner": cast.aad.code}).status_code == 302
    assert [Framework.objects.get(pk=row.pk).drawn_by for row in (waits, over)] == [cast.aad, cast.anton]
    assert sign_framework(**signature(cast, waits), at=NOW) is None
    assert Mail.objects.get(template="mail/framework_signed.txt").to == cast.aad.email


def take(cast, role: str, owner: str = ""):
    seat = cast.anton.seats.get(role=role).pk
    return browser(cast.bea).post(page_of(cast.anton), {"do": "take", "seat": seat, "owner": owner})


def test_taking_the_last_role_at_the_bureau_away_hands_the_work_on_as_closing_does(cast, life):
    refused = take(cast, "account_manager")
    assert refused.status_code == 422
    # What was pressed stands open again, and not the button beside it that does more.
    assert refused.text.count("<details open>") == 1
    assert "Close the account" not in refused.text.partition("<details open>")[2].partition("</details>")[0]
    assert cast.anton.seats.filter(role="account_manager").exists()
    assert not Entry.objects.filter(kind="RoleTaken").exists()
    assert take(cast, "account_manager", cast.aad.code).status_code == 302
    assert Request.objects.get(code=life.request).owner == cast.aad
    assert Mail.objects.get(template="mail/work_handed_on.txt").to == cast.aad.email


def test_whoever_keeps_another_role_at_the_bureau_goes_on_guarding(cast, life):
    cast.anton.seats.create(role="partner")
    cast.anton.seats.create(role="back_office")
    assert take(cast, "back_office").status_code == 302
    assert take(cast, "account_manager").status_code == 302
    assert Request.objects.get(code=life.request).owner == cast.anton


def test_who_gives_a_request_at_that_moment_to_whoever_goes_leaves_none_behind(file_database):
    people = world.make_cast()
    life = Life(people, until="signed")
    by = {"by": people.actor(people.bea), "at": NOW}
    assert give_to(request=life.request, owner=people.aad.code, **by) is None
    gives = partial(give_to, request=life.request, owner=people.anton.code, **by)
    closes = partial(close_colleague, account=people.anton.code, owner=people.bea.code, **by)
    together(gives, closes)
    assert not Account.objects.get(pk=people.anton.pk).is_active
    assert Request.objects.get(code=life.request).owner in {people.aad, people.bea}
    assert not list(faults())
