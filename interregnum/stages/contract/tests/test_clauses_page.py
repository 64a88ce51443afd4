"""A partner writes a clause, sees how it reads and what differs, and reaches nothing that was drawn before."""

from datetime import date

import pytest
from django.urls import reverse

from interregnum.stages.contract.actions.write_clause import write_clause
from interregnum.stages.contract.models import ClauseVersion
from interregnum.stages.contract.queries.clause_pages import faults_of
from interregnum.stages.contract.queries.clauses import clauses_in_force
from interregnum.stages.contract.rules.kinds import BY_CODE
from interregnum.stages.contract.rules.states import Deed
from interregnum.stages.contract.rules.wording import fields_in
from tests import world

WORDS = {
    "title_nl": "Opzegging",
    "text_nl": "Opzeggen kan met een termijn van {notice}.",
    "title_en": "Notice",
    "text_en": "Notice is {notice}.",
}
BOTH = {Deed.CLIENT: ["notice"], Deed.MANAGER: ["notice"]}
PAGE = reverse("bureau:contract-clause", args=["client", "notice"])


def typed(**changes: str) -> dict[str, str]:
    return WORDS | {"valid_from": "2090-01-01", "note": "Korter.", "seen": "1"} | changes


def sent(cast: world.Cast, **changes: str):
    return world.browser(cast.bea).post(PAGE, typed(**changes))


def test_a_partner_writes_a_version_that_holds_from_its_day(cast):
    later = date(2090, 1, 31)
    assert sent(cast, valid_from=later.isoformat()).status_code == 302
    row = ClauseVersion.objects.get(deed="client", clause="notice", version=2)
    assert (row.text_en, row.note, row.changed_by, row.valid_from) == (WORDS["text_en"], "Korter.", cast.bea, later)
    assert clauses_in_force(BOTH, on=world.TODAY) == {
        "client": [("notice", 1)],
        "manager": [("notice", 1)],
    }
    assert clauses_in_force(BOTH, on=later) == {
        "client": [("notice", 2)],
        "manager": [("notice", 1)],
    }
    shown = world.browser(cast.bea).get(reverse("bureau:contract-clauses")).content.decode()
    assert "versie 2 vanaf" in shown or "version 2 from" in shown


def test_a_preview_fills_in_shows_the_difference_and_saves_nothing(cast):
    answer = sent(cast, do="preview")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Notice is 30 days." in html and "Opzeggen kan met een termijn van 30 dagen." in html
    assert "<ins>" in html and "<del>" in html
    assert ClauseVersion.objects.filter(deed="client", clause="notice").count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text_en": "A month."}, "{notice} is missing"),
        ({"text_en": "{notice} {margin}"}, "There is no merge field {margin} here"),
        ({"text_en": "{notice} {{ 7*7 }}"}, "A brace stands alone near"),
        ({"title_en": "Notice of {notice}"}, "A title has no merge fields"),
        ({"title_nl": "Opzegging }"}, "A title has no merge fields"),
        ({"text_en": ""}, "in both languages, or in neither"),
        ({"text_en": "{notice} 王"}, "cannot show these signs: 王"),
        ({"text_en": "{notice} " + "x" * 100_000}, "100009 characters long"),
        ({"valid_from": "2020-01-02"}, "Choose today or a later day"),
        ({"seen": "7"}, "Somebody else wrote version 1 meanwhile"),
    ],
)
def test_words_that_cannot_be_are_refused_and_none_of_them_is_lost(cast, changes, said):
    answer = world.browser(cast.bea, language="en").post(PAGE, typed(**changes))
    html = answer.content.decode()
    assert answer.status_code == 422 and said in html
    assert all(value[:60] in html for value in changes.values())
    assert not ClauseVersion.objects.exclude(changed_at=None).exists()


def test_the_same_words_are_no_new_version_and_emptied_ones_leave_the_clause_out(cast):
    first = ClauseVersion.objects.get(deed="client", clause="handover")
    words = {name: getattr(first, name) for name in WORDS}
    about = {"deed": Deed.CLIENT, "clause": "handover", "note": "", "seen": 1, "valid_from": world.TODAY}
    by = {"by": cast.actor(cast.bea), "at": world.NOW}
    assert not write_clause(words=words, **about, **by)
    assert write_clause(words=words | {"text_nl": "", "text_en": ""}, **about, **by) == 2
    assert clauses_in_force({Deed.CLIENT: ["handover"], Deed.MANAGER: ["handover"]}, on=world.TODAY)["client"] == []


def test_every_clause_stands_in_both_languages_with_the_same_fields_and_may_be_written_so(cast):
    known = {(row.deed, row.clause) for row in ClauseVersion.objects.all()}
    assert {clause for _deed, clause in known} == set(BY_CODE)
    for row in ClauseVersion.objects.all():
        assert row.title_nl and row.title_en and bool(row.text_nl) == bool(row.text_en), (row.deed, row.clause)
        assert sorted(fields_in(row.text_nl)) == sorted(fields_in(row.text_en)), (row.deed, row.clause, row.version)
    for deed, clause in known:
        last = ClauseVersion.objects.filter(deed=deed, clause=clause).order_by("version").last()
        words = {name: getattr(last, name) for name in WORDS}
        assert [faults_of(Deed(deed), clause, words, language) for language in ("nl", "en")] == [(), ()]


def test_a_clause_says_where_is_kept_who_was_introduced_and_that_no_commission_was_paid(cast):
    for deed in Deed:
        row = ClauseVersion.objects.filter(deed=deed, clause="interests").order_by("version").last()
        assert "register van geïntroduceerde personen" in row.text_nl
        assert "register of introduced persons" in row.text_en and "beside what was agreed" in row.text_en


def test_an_earlier_text_can_be_put_back_into_the_form(cast):
    sent(cast)
    html = world.browser(cast.bea).get(PAGE + "?version=1").content.decode()
    assert "Buiten de garantie kan ieder van ons" in html and 'name="seen" value="2"' in html
    assert world.browser(cast.bea).get(PAGE.replace("notice", "nothing")).status_code == 404
    assert world.browser(cast.bea).get(PAGE.replace("client", "nobody")).status_code == 404
