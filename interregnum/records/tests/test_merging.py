"""Two profiles become one and two again: whatever points at one of them goes along, and comes back exactly."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core import serializers

from interregnum.jobs.models import Mail, MailAbout
from interregnum.journal.chain import faults
from interregnum.kernel.refused import Refused
from interregnum.people.figures import recount
from interregnum.people.merged import gathered_in, leads_to
from interregnum.people.models import Availability, Case, Duplicate, Manager, Merge, Note, Position
from interregnum.people.rules.merging import CHOSEN, PairState
from interregnum.records.classes import TABLES
from interregnum.records.merging import merge_managers, undo_merge
from interregnum.records.models import GroupAnswer, Hold, PoolStay
from interregnum.records.relations import BY_CODE, CODE_STAYS, STAYS, relations
from interregnum.records.states import AgeBand
from tests import world
from tests.life import Life

# Made anew of profiles, or told of the merge itself.
BESIDE = {
    "journal.Entry", "journal.Payload", "journal.About", "journal.Head", "people.Merge", "people.SearchEntry",
    "people.SearchPlace", "people.SearchWord", "people.SearchSlip", "choose.ManagerRow", "choose.MatchStep",
    "choose.PastRow", "choose.ProfileChange", "choose.MatchName", "sessions.Session", "web.Submission",
    "usersessions.UserSession",
}  # fmt: skip


def everything() -> dict[str, str]:
    """Every row of every table, as text."""
    tables = [model for model in apps.get_models() if model._meta.label not in BESIDE]
    return {model._meta.label: serializers.serialize("json", model._default_manager.order_by("pk")) for model in tables}


@pytest.fixture
def life(cast) -> Life:
    """Max has an assignment; Olga a note, a position, a consent, a hold, a mail and an answer when she is free."""
    life, olga = Life(cast, until="reported"), cast.olga_profile
    Note.objects.create(kind="call", manager=olga, text="Belt terug.", at=world.NOW, by=cast.bea)
    Position.objects.create(manager=olga, employer="Bank", title="Hoofd", start_on=date(2020, 1, 1))
    for profile in (olga, cast.max_profile):
        Availability.objects.get_or_create(manager=profile, defaults={"said_at": world.NOW})
    PoolStay.objects.create(manager=olga.code, since=world.NOW)
    GroupAnswer.objects.create(manager=olga.code, age=AgeBand.FORTIES, said_at=world.NOW)
    Hold.objects.create(about=olga.code, reason="Geschil", set_by=cast.bea.code, set_at=world.NOW)
    mail = Mail.objects.create(
        to="olga@example.org", subject="Dag", language="nl", about=olga.code, written_at=world.NOW
    )
    MailAbout.objects.create(mail=mail, code=olga.code)
    return life


def merge(life: Life, **more: object) -> str:
    cast = life.cast
    names = {"winner": cast.max_profile.code, "loser": cast.olga_profile.code, "from_loser": ()} | more
    code = merge_managers(**names, by=cast.actor(cast.bea), at=world.NOW)
    assert isinstance(code, str), code
    return code


def undo(life: Life, code: str) -> Refused | None:
    return undo_merge(code=code, by=life.cast.actor(life.cast.bea), at=world.NOW + timedelta(hours=1))


def nearest(label: str, lookup: str) -> str:
    """The column itself that a lookup ends at: what hangs on another row goes where that row goes."""
    while "__" in lookup:
        hop, _, lookup = lookup.partition("__")
        label = apps.get_model(label)._meta.get_field(hop).related_model._meta.label
    return f"{label}.{lookup}"


def test_every_column_that_says_of_which_profile_a_row_is_moves_or_says_why_not(db):
    """A new reference moves by itself; a new column with codes has to be named."""
    moving = {relation.name for relation in relations()}
    assert moving.isdisjoint(STAYS)
    for label, table in TABLES.items():
        for lookup in table.managers.split():
            name = nearest(label, lookup.removesuffix("__code"))
            assert name in moving | {*STAYS, *BY_CODE, *CODE_STAYS}, name
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is Manager:
                assert f"{model._meta.label}.{field.name}" in moving | set(STAYS)


def test_whatever_points_at_one_points_at_the_other_after_the_merge(life):
    olga, maximum = life.cast.olga_profile, life.cast.max_profile
    before = {relation.name: relation.rows(olga).count() + relation.rows(maximum).count() for relation in relations()}
    in_the_way = {relation.name for relation in relations() if relation.in_the_way(maximum, olga)}
    merge(life)
    left = {relation.name for relation in relations() if relation.rows(olga).exists()}
    # Each has one such row: that of the profile which stays holds.
    assert "people.Availability.manager" in left
    assert left == in_the_way
    after = {relation.name: relation.rows(olga).count() + relation.rows(maximum).count() for relation in relations()}
    assert {name for name in after if after[name] != before[name]} <= {"records.PoolStay.manager"}
    assert not list(faults())


def test_an_assignment_moves_to_the_profile_that_stays(life):
    cast = life.cast
    merge(life, winner=cast.olga_profile.code, loser=cast.max_profile.code)
    for name in ("deliver.Assignment", "contract.Contract", "choose.Candidacy"):
        assert set(apps.get_model(name).objects.values_list("manager", flat=True)) == {cast.olga_profile.pk}
    # Both stood on that list, and a list is not changed.
    listed = apps.get_model("choose.Listed").objects.values_list("manager", flat=True)
    assert sorted(listed) == [cast.max_profile.pk, cast.olga_profile.pk]
    assert world.browser(cast.max).get("/manager/").status_code == 200


@pytest.mark.mission("D6")
@pytest.mark.parametrize("from_loser", [(), ("email", "phone", "role_mix"), tuple(CHOSEN)])
@pytest.mark.parametrize("turned", [False, True])
def test_undoing_puts_every_row_back_exactly(life, from_loser, turned):
    cast = life.cast
    Manager.objects.filter(pk=cast.olga_profile.pk).update(
        phone="06-1", operational=10, change=50, declared={"categories": {"crisis": 9}, "reasons": {},
        "first_result_weeks": 2, "deadlocks_broken": 9, "cases_with_referee": 0}, conflicts=["Bank Zus"],
    )  # fmt: skip
    winner, loser = (cast.olga_profile, cast.max_profile) if turned else (cast.max_profile, cast.olga_profile)
    recount(cast.olga_profile.pk)
    before = everything()
    code = merge(life, winner=winner.code, loser=loser.code, from_loser=from_loser)
    assert Duplicate.objects.get().state is PairState.MERGED
    stayed = Manager.objects.get(pk=winner.pk)
    assert "Bank Zus" in stayed.conflicts
    assert stayed.categories["crisis"] >= 9
    assert (stayed.email == loser.email) is ("email" in from_loser)
    assert undo(life, code) is None
    after = everything()
    assert {label for label in before if before[label] != after[label]} == set()
    assert not list(faults())


def test_the_old_address_leads_on_however_often_it_went_on(life):
    cast = life.cast
    third = world.make_manager(name="Derde", email="derde@example.org")
    merge(life)
    merge(life, winner=third.code, loser=cast.max_profile.code)
    assert leads_to(cast.olga_profile.code) == third.code
    assert set(gathered_in(third.code)) == {third.code, cast.max_profile.code, cast.olga_profile.code}
    answer = world.browser(cast.bea).get(f"/bureau/managers/{cast.olga_profile.code}/")
    assert answer["Location"] == f"/bureau/managers/{third.code}/"
    page = world.browser(cast.bea).get(f"/bureau/history/{third.code}/").content.decode()
    assert page.count("Two profiles of one person were merged") >= 2


@pytest.mark.parametrize(
    ("since", "told"),
    [
        (
            lambda life: Manager.objects.filter(code=life.cast.max_profile.code).update(phone="06-9"),
            "changed since the merge: Telephone",
        ),
        (lambda life: Note.objects.all().delete(), "moved or removed since"),
        (
            lambda life: merge(
                life, winner=world.make_manager(name="D", email="d@x.nl").code, loser=life.cast.max_profile.code
            ),
            "merged again since",
        ),
    ],
)
def test_what_happened_since_can_make_undoing_impossible_and_then_nothing_changes(life, since, told):
    Manager.objects.filter(pk=life.cast.olga_profile.pk).update(phone="06-1")
    code = merge(life, from_loser=("phone",))
    since(life)
    bea = world.browser(life.cast.bea)
    before = everything()
    # As the page does it: a refusal undoes what was begun.
    answer = bea.post(f"/bureau/managers/merged/{code}/", {"once": "x"})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert Merge.objects.get(code=code).undone_at is None
    assert everything() == before


def test_what_came_since_stays_with_the_profile_that_stayed(life):
    code = merge(life)
    Case.objects.update(written_at=world.NOW)
    new = Note.objects.create(kind="note", manager=life.cast.max_profile, text="Nieuw", at=world.NOW, by=life.cast.bea)
    assert undo(life, code) is None
    assert Note.objects.get(pk=new.pk).manager == life.cast.max_profile
    assert undo(life, code).reasons[0].code == "people.merge_undone"


def test_a_standing_hold_goes_along_beside_one_that_was_lifted(life):
    stays, bea = life.cast.max_profile, life.cast.bea
    Hold.objects.create(about=stays.code, set_by=bea.code, set_at=world.NOW, lifted_at=world.NOW)
    merge(life)
    assert Hold.objects.get(about=stays.code, lifted_at=None).reason == "Geschil"


def test_an_answer_about_groups_that_was_taken_back_is_no_reason_against_undoing(life):
    code = merge(life)
    moved = GroupAnswer.objects.filter(manager=life.cast.max_profile.code)
    assert moved.get().age is AgeBand.FORTIES
    moved.delete()
    assert undo(life, code) is None
    assert not GroupAnswer.objects.exists()


def test_a_case_that_came_after_the_merge_still_counts_after_undoing(life):
    stays = life.cast.max_profile
    code = merge(life)
    later = world.NOW + timedelta(minutes=1)
    case = Case.objects.filter(manager=stays)[0]
    case.pk, case.code, case.category, case.written_at = None, "c0000000000000ab", "crisis", later
    case.save()
    recount(stays.pk)
    counted = Manager.objects.get(pk=stays.pk).categories["crisis"]
    assert undo(life, code) is None
    assert Manager.objects.get(pk=stays.pk).categories["crisis"] == counted > 0
