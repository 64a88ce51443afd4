"""The brief of an assignment that was taken over is agreed: what somebody writes next binds nobody before it is."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps

from interregnum.kernel.lists import Assurance, Category
from interregnum.stages.brief.actions.agree_brief import agree_brief
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.actions.reopen_brief import reopen_brief
from interregnum.stages.brief.models import Brief, BriefVersion
from interregnum.stages.brief.queries import brief_facts
from interregnum.stages.brief.queries.rows import held_values, values_of
from interregnum.stages.brief.rules.values import plain
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import contract_facts
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.tests.test_taking_over import TYPED, URL, scans
from tests.world import NOW, Cast, browser

pytestmark = pytest.mark.usefixtures("on_monday")


def taken_over(cast: Cast) -> Contract:
    assert browser(cast.anton).post(URL, TYPED | scans()).status_code == 302
    return Contract.objects.get()


def rewritten(cast: Cast, row: Brief) -> None:
    """Anton changes what was agreed, and has not asked the client yet."""
    by = cast.actor(cast.anton)
    assert reopen_brief(brief=row.code, by=by, at=NOW) is None
    wanted = replace(values_of(row), category=Category.CRISIS, assurance=Assurance.NONE, weeks=2, problem="Anders.")
    assert change_brief(brief=row.code, wanted=wanted, by=by, at=NOW) is None


def test_the_draft_of_the_next_version_binds_nobody(cast: Cast) -> None:
    contract = taken_over(cast)
    before = contract_facts(contract.code)
    assert (contract.brief.approved, contract.brief_version) == (1, 1)
    rewritten(cast, contract.brief)
    assert contract_facts(contract.code) == before
    held = brief_facts(contract.brief.code)
    assert (held.category, held.problem) == (Category.BRIDGING, "Het hoofd is weg.")
    assert Assignment.objects.get().category == Category.BRIDGING


def test_a_version_that_is_approved_later_binds_the_contract_only_by_an_amendment(cast: Cast) -> None:
    contract = taken_over(cast)
    before = contract_facts(contract.code)
    rewritten(cast, contract.brief)
    row = Brief.objects.get()
    row.versions.create(number=2, content=plain(values_of(row)), offered_at=NOW)
    Brief.objects.update(state="offered")
    assert agree_brief(brief=row.code, version=2, by=cast.actor(cast.carla), at=NOW) is None
    assert contract_facts(contract.code) == before


@pytest.mark.parametrize("is_rewritten", [False, True])
def test_what_was_taken_over_before_versions_of_it_were_kept_gets_one(cast: Cast, is_rewritten: bool) -> None:
    contract = taken_over(cast)
    BriefVersion.objects.all().delete()
    Brief.objects.update(approved=None)
    Contract.objects.update(brief_version=None)
    if is_rewritten:
        rewritten(cast, Brief.objects.get())
    held = values_of(Brief.objects.get())
    for _twice in range(2):
        import_module("interregnum.stages.brief.migrations.0004_keep_what_was_brought_in").keep_what_holds(apps, None)
        carry = import_module("interregnum.stages.contract.migrations.0017_carry_out_what_was_brought_in")
        carry.say_which_version(apps, None)
    row = Brief.objects.get()
    assert (row.approved, row.versions.count(), Contract.objects.get().brief_version) == (1, 1, 1)
    assert held_values(row, version=1) == held
    Brief.objects.update(problem="Nog anders.", state="draft")
    assert contract_facts(contract.code).problem == held.problem
