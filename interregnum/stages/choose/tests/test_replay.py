"""A past list drawn once more from what was kept of its day; whoever tampers with that is found out."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given, settings

from interregnum.journal.models import Payload
from interregnum.kernel.money import Money
from interregnum.people.models import Manager
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.actions.keep_rows import forget_past_pools
from interregnum.stages.choose.models import ManagerRow, PastRow, Shortlist
from interregnum.stages.choose.queries import Outcome, replay
from interregnum.stages.choose.rules.record import Line, differences, plain_profile, profile_from, seal_of
from interregnum.stages.choose.rules.shortlist import draw_shortlist as draw_by_rule
from interregnum.stages.choose.tests.choose_world import drawn
from interregnum.stages.choose.tests.invented_pools import briefs, managers, pools, weightings
from tests import world


@given(managers)
@settings(deadline=None, max_examples=50)
def test_a_profile_is_read_back_as_it_counted(manager):
    kept = json.loads(json.dumps(plain_profile(manager)))
    again = profile_from(kept)
    assert plain_profile(again) == kept
    assert {**vars(again), "name": manager.name} == vars(manager)


@given(briefs, pools, weightings)
@settings(deadline=None, max_examples=40)
def test_whatever_was_drawn_comes_out_the_same_and_no_other_order_does(brief, pool, weights):
    people = {one.code: one for one in pool}
    scored = draw_by_rule(brief, pool, weights=weights, limit=8).scored
    lines = [Line(one.candidate_code, one.total, one.points, people[one.candidate_code]) for one in scored]
    assert list(differences(lines, brief, weights)) == []
    if len(lines) > 1:
        assert any(each.what == "order" for each in differences(lines[::-1], brief, weights))


def test_a_seal_does_not_hang_on_the_order_of_keys():
    assert seal_of({"a": 1, "b": [2]}) == seal_of({"b": [2], "a": 1}) != seal_of({"a": 1, "b": [3]})


@pytest.mark.django_db
class TestAList:
    @pytest.fixture
    def row(self, cast) -> Shortlist:
        return drawn(cast)

    def again(self, cast, row):
        return replay(row.code, seen_by=cast.actor(cast.bea))

    def test_is_the_same_although_the_roster_has_become_another(self, cast, row):
        Manager.objects.filter(pk=cast.max_profile.pk).update(reasons={}, day_rate=Money(1900), wants_permanent=True)
        world.make_manager(name="Later", email="later@example.org", cases_with_referee=9)
        newer = draw_shortlist(brief=row.brief.code, by=cast.actor(cast.bea), at=world.NOW)
        found = self.again(cast, row)
        assert (found.outcome, found.seal, found.pool) == (Outcome.SAME,) * 3
        assert [line.outcome for line in found.lines] == [Outcome.SAME] * 2
        # The list of today is another one, and is the same as itself.
        today = replay(str(newer), seen_by=cast.actor(cast.bea))
        assert [line.name for line in today.lines] != [line.name for line in found.lines]
        assert today.outcome is Outcome.SAME

    def test_that_somebody_changed_is_found_out(self, cast, row):
        line = row.listed.first()
        line.points[1][1] += 100
        line.total += 100 * line.points[1][2]
        line.save()
        found = self.again(cast, row)
        assert found.outcome is Outcome.BROKEN
        assert found.lines[0].outcome is Outcome.BROKEN
        assert found.lines[1].outcome is Outcome.SAME

    def test_of_which_the_profile_was_made_to_fit_is_found_out(self, cast, row):
        line = row.listed.first()
        line.read["profile"]["cases_with_referee"] += 1
        line.save()
        assert self.again(cast, row).lines[0].outcome is Outcome.BROKEN

    def test_of_which_the_weights_were_changed_is_found_out(self, cast, row):
        Shortlist.objects.filter(pk=row.pk).update(weights=row.weights | {"choose.start": 99})
        found = self.again(cast, row)
        assert (found.seal, found.outcome) == (Outcome.BROKEN, Outcome.BROKEN)

    def test_of_which_the_seal_was_made_anew_is_found_out_by_the_journal(self, cast, row):
        told = Payload.objects.get(entry__kind="ShortlistDrawn")
        entry = told.entry
        told.delete()
        # The database adds to the journal only, and a content that was put in the place of another shows.
        Payload.objects.create(entry=entry, nonce=told.nonce, content=told.content | {"seal": "0" * 64})
        assert self.again(cast, row).seal is Outcome.BROKEN

    def test_names_who_was_left_out_of_the_pool_of_that_day(self, cast, row):
        ManagerRow.objects.filter(manager=cast.max_profile.pk).update(rate=200_000)
        found = self.again(cast, row)
        assert found.pool is Outcome.DIFFERS
        assert found.outcome is Outcome.DIFFERS

    def test_from_before_records_were_kept_says_so(self, cast, row):
        Shortlist.objects.filter(pk=row.pk).update(record={})
        row.listed.update(read={})
        told = Payload.objects.get(entry__kind="ShortlistDrawn")
        told.delete()
        assert self.again(cast, row).outcome is Outcome.UNKNOWN

    def test_keeps_the_pool_of_its_day_as_long_as_it_may_be_drawn_again(self, cast, row):
        Manager.objects.update(travel_km=99)
        draw_shortlist(brief=row.brief.code, by=cast.actor(cast.bea), at=world.NOW)
        assert forget_past_pools(world.NOW) == 0
        assert PastRow.objects.count() == 2
        row.listed.all().delete()
        assert forget_past_pools(world.NOW) == 2

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_is_told_on_a_page_and_by_a_command(self, cast, row, language):
        page = world.browser(cast.bea, language=language).get(reverse("bureau:choose-replay", args=[row.code]))
        words = page.content.decode()
        assert ("Dezelfde lijst" if language == "nl" else "The same list") in words
        assert "Max Voorbeeld" in words
        told = StringIO()
        call_command("replay", stdout=told, language=language)
        assert row.code in told.getvalue()
        Shortlist.objects.filter(pk=row.pk).update(pool=7)
        with pytest.raises(SystemExit):
            call_command("replay", row.code, stdout=told, language=language)

    def test_of_a_colleague_is_not_there(self, cast, row):
        row.brief.request.owner = cast.anton
        row.brief.request.save()
        address = reverse("bureau:choose-replay", args=[row.code])
        assert world.browser(cast.aad).get(address).status_code == 404
        assert world.browser(cast.max).get(address).status_code == 404
