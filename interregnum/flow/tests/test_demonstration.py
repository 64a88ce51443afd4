"""The demonstration firm lives from its first day to today: whoever starts it is met by no refusal on the way."""

from datetime import UTC, datetime

import pytest
import time_machine

from interregnum.flow.demo.firm import make_demonstration
from interregnum.kernel.actor import Role
from interregnum.kernel.bill import BillKind
from interregnum.people.accounts import actors_of
from interregnum.people.models import Account
from interregnum.stages.contract.models import Indexation
from interregnum.stages.deliver.actions.measure_quality import measure_quality
from interregnum.stages.deliver.models import Assignment, SharedFile
from interregnum.stages.deliver.queries.signals import verdicts_by_code
from interregnum.stages.ensure.models import IntroducedPerson, Review
from interregnum.stages.ensure.rules.reviews import ReviewState
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.rules.states import CaseState
from interregnum.stages.handover.models import AnchorCard
from interregnum.stages.invoice.models import Extra, Invoice, InvoicePapers
from interregnum.stages.invoice.rules.delivery import PapersState
from interregnum.stages.invoice.rules.extras import ExtraKind, ExtraState
from interregnum.web.pieces import Tone

# A Friday, on which every story is somewhere else in its week than on the day that it was written.
AT = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.mark.django_db
def test_the_demonstration_is_lived_to_its_end_and_shows_assignments_that_go_well_and_that_do_not():
    with time_machine.travel(AT, tick=False):
        sign_ins = make_demonstration(at=AT, password=lambda: "een-lang-wachtwoord-1")
        measure_quality(AT)
        partner = next(
            actor for actor in actors_of(Account.objects.get(email=sign_ins[0][1])) if actor.role is Role.PARTNER
        )
        codes = list(Assignment.objects.values_list("code", flat=True))
        stands = verdicts_by_code(codes, seen_by=partner, on=AT.date())
    assert len(codes) >= 12
    assert {badge.tone for badge in stands.values()} >= {Tone.GOOD, Tone.WARN, Tone.BAD}
    assert Review.objects.filter(state=ReviewState.SIGNED).count() > 20
    assert SharedFile.objects.exists()
    assert set(Complaint.objects.values_list("state", flat=True)) == {CaseState.SETTLED, CaseState.REPLACING}
    assert IntroducedPerson.objects.exists()
    assert AnchorCard.objects.exclude(owner="").exists()
    states = set(Invoice.objects.values_list("state", flat=True))
    assert states >= {"draft", "checked", "issued", "sent", "reminded", "paid", "disputed"}
    assert Invoice.objects.filter(kind=BillKind.CREDIT).exists()
    assert set(Extra.objects.values_list("kind", "state")) >= {
        *((ExtraKind.EXPENSE, state) for state in (ExtraState.ASKED, ExtraState.APPROVED, ExtraState.REFUSED)),
        *((kind, ExtraState.APPROVED) for kind in (ExtraKind.FIXED_FEE, ExtraKind.DISCOUNT)),
    }
    assert Indexation.objects.exists()
    assert not InvoicePapers.objects.exclude(state=PapersState.READY).exists()
