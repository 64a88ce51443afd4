"""What becomes of a framework agreement: who drew it up is told, and the desk says for whom it waits and since when."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from interregnum.journal.timeline import timeline
from interregnum.kernel.refused import Refused
from interregnum.outside.mail import kept_mail
from interregnum.stages.contract.actions.end_frameworks import lapse_frameworks, withdraw_framework
from interregnum.stages.contract.actions.frameworks import draw_framework, sign_framework
from interregnum.stages.contract.actions.keep_paper import keep_framework_paper
from interregnum.stages.contract.models import Framework
from interregnum.stages.contract.rules.signing import SignedPaper
from interregnum.stages.contract.tests.framework import made, signature
from tests import world
from tests.house.forms_of_signing import picture

LATER = world.NOW + timedelta(days=21)
WORDS = {"signed": ("is getekend", "is signed"), "over": ("kan niet meer worden getekend", "can no longer be signed")}


def told(what: str) -> list[str]:
    return sorted(mail.to for mail in kept_mail()[0] if any(words in mail.subject for words in WORDS[what]))


def facts_about(code: str) -> list[str]:
    return [moment.kind for moment in timeline(code)]


def keeps(cast, row, *, by):
    paper = SignedPaper("Carla", world.TODAY, "Uittreksel 1")
    return keep_framework_paper(framework=row.code, signed=paper, content=picture(), by=cast.actor(by), at=world.NOW)


def withdraws(cast, row, *, by):
    return withdraw_framework(framework=row.code, reason="Anders.", by=cast.actor(by), at=world.NOW)


def test_who_drew_it_up_is_told_that_it_is_signed(cast):
    row = made(cast, by=cast.anton)
    assert sign_framework(**signature(cast, row), at=world.NOW) is None
    assert (told("signed"), told("over")) == (["anton@example.org"], [])


def test_and_that_a_colleague_kept_it_on_paper(cast):
    assert keeps(cast, made(cast, by=cast.anton), by=cast.bea) is None
    assert told("signed") == ["anton@example.org"]


def test_and_that_it_lapsed_or_was_taken_back_by_a_partner(cast):
    made(cast, by=cast.anton)
    assert lapse_frameworks(LATER) == 1
    assert told("over") == ["anton@example.org"]
    assert withdraws(cast, made(cast, by=cast.anton), by=cast.bea) is None
    assert told("over") == ["anton@example.org"] * 2


def test_the_partners_are_told_of_one_whose_guard_has_left_as_of_all_that_they_guarded(cast):
    row = made(cast, by=cast.anton)
    cast.anton.is_active = False
    cast.anton.save()
    assert sign_framework(**signature(cast, row), at=world.NOW) is None
    assert told("signed") == ["bea@example.org"]


def test_drawing_another_ends_what_waits_in_so_many_words(cast):
    first = made(cast, by=cast.anton)
    made(cast, by=cast.bea)
    first.refresh_from_db()
    assert first.withdrawn_at and not first.is_lapsed
    assert "FrameworkReplaced" in facts_about(cast.bank.code)
    words = ("hoeft niet meer getekend", "need not be signed any more")
    to_client = [mail for mail in kept_mail()[0] if any(each in mail.subject for each in words)]
    assert [(mail.to, first.number in mail.subject) for mail in to_client] == [("carla@example.org", True)]
    assert told("over") == ["anton@example.org"]


def test_what_had_lapsed_before_the_nights_work_is_no_replaced_one(cast):
    first = made(cast)
    about = {"organisation": cast.bank.code, "contact": cast.contact.code}
    assert isinstance(draw_framework(**about, by=cast.actor(cast.bea), at=LATER), str)
    first.refresh_from_db()
    assert first.is_lapsed and "FrameworkReplaced" not in facts_about(cast.bank.code)


@pytest.mark.parametrize(("language", "words"), [("en", "waits for Bank De Proef since"), ("nl", "wacht sinds")])
def test_the_desk_says_for_whom_it_waits_and_since_when(cast, language, words):
    row = made(cast, by=cast.anton)
    home, page = reverse("bureau:home"), reverse("bureau:contract-frameworks", args=[cast.bank.code])

    def desk(person, at=world.NOW):
        with time_machine.travel(at):
            return world.browser(person, language=language).get(home).content.decode().replace("\xa0", " ")

    assert all(words in desk(person) and row.number in desk(person) for person in (cast.anton, cast.bea))
    assert page in desk(cast.anton)
    assert row.number not in desk(cast.aad)
    assert row.number not in desk(cast.bea, LATER)
    assert sign_framework(**signature(cast, row), at=world.NOW) is None
    assert row.number not in desk(cast.bea)


def test_a_colleagues_is_theirs_or_a_partners_to_end(cast):
    row, aad = made(cast, by=cast.anton), cast.actor(cast.aad)
    about = {"organisation": cast.bank.code, "contact": cast.contact.code}
    for refused in (
        withdraws(cast, row, by=cast.aad),
        keeps(cast, row, by=cast.aad),
        draw_framework(**about, by=aad, at=world.NOW),
    ):
        assert isinstance(refused, Refused) and refused.reasons[0].code == "contract.framework_of_colleague"
    back = reverse("bureau:contract-framework-withdraw", args=[row.code])
    listed = reverse("bureau:contract-frameworks", args=[cast.bank.code])
    with time_machine.travel(world.NOW):
        page = world.browser(cast.aad, language="en").get(listed)
    assert back not in page.content.decode() and "Anton or a partner" in page.content.decode()
    assert Framework.objects.get().withdrawn_at is None
    assert withdraws(cast, row, by=cast.anton) is None
    assert isinstance(draw_framework(**about, by=aad, at=world.NOW), str)
