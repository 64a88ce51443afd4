"""A request that goes into another portfolio takes along what came of it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from interregnum.stages.ask.actions.handle_request import give_to
from interregnum.stages.ask.models import Request
from interregnum.stages.deliver.models import Assignment
from tests import world
from tests.life import Life
from tests.world import NOW

pytestmark = pytest.mark.django_db


def test_who_takes_a_request_over_guards_its_assignment_and_who_gave_it_no_more(cast):
    life = Life(cast, until="signed")
    code = Assignment.objects.get(contract__code=life.contract).code
    page = reverse("bureau:deliver-assignment", args=[code])
    seen = {one.name: world.browser(one).get(page).status_code for one in (cast.anton, cast.aad)}
    assert seen == {cast.anton.name: 200, cast.aad.name: 404}
    assert give_to(request=life.request, owner=cast.aad.code, by=cast.actor(cast.bea), at=NOW) is None
    seen = {one.name: world.browser(one).get(page).status_code for one in (cast.anton, cast.aad)}
    assert seen == {cast.anton.name: 404, cast.aad.name: 200}


def test_what_was_given_before_assignments_went_along_follows_too(cast):
    """After the upgrade whoever guards the request guards the assignment, also one that nobody guarded."""
    follow = import_module("interregnum.stages.deliver.migrations.0019_follow_the_request").follow_the_request
    life = Life(cast, until="signed")
    ours = Assignment.objects.get(contract__code=life.contract)
    Request.objects.filter(code=life.request).update(owner=cast.aad)
    for before in (cast.anton, None):
        Assignment.objects.filter(pk=ours.pk).update(owner=before)
        follow(apps, None)
        ours.refresh_from_db()
        assert ours.owner == cast.aad
