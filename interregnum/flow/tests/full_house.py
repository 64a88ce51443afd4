"""A house with something of every kind that a term is about."""

from datetime import timedelta

from interregnum.files.models import StoredFile
from interregnum.files.store import keep
from interregnum.jobs.models import Mail
from interregnum.jobs.states import MailState
from interregnum.people.models import Application, Import, Insurance, Invitation, StayConsent
from interregnum.people.post import write_to
from interregnum.people.rules.importing import ImportKind
from interregnum.records.models import DataRequest
from interregnum.records.pool import keep_pool
from interregnum.records.states import RequestState, Wanted
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.contract.actions.frameworks import draw_framework
from interregnum.stages.contract.models import Agreement, Framework
from interregnum.stages.deliver.models import Assignment, SignalReading
from interregnum.web.models import Submission
from tests import world
from tests.house.forms_of_assignments import stakeholder_of
from tests.house.forms_of_expenses import expense_of
from tests.house.forms_of_fees import fee_of
from tests.house.forms_of_invoices import line_of
from tests.house.forms_of_notebook import entry_of
from tests.house.forms_of_payables import payable_of
from tests.house.forms_of_pulses import all_of_pulse
from tests.life import Life
from tests.world import NOW


def framework_signed(cast) -> None:
    about = {"organisation": cast.bank.code, "contact": cast.contact.code}
    # The second takes back the first, which nobody signed.
    _taken_back, framework = (draw_framework(**about, by=cast.actor(cast.bea), at=NOW) for _time in range(2))
    Framework.objects.filter(code=framework).update(signed_at=NOW, signed_address="192.0.2.1")


def one_that_runs(cast) -> None:
    """An assignment with what goes soon after it: stances, a confidential notebook, a pulse; and its books."""
    life = Life(cast, until="reported")
    for made in (stakeholder_of, entry_of, all_of_pulse, line_of, expense_of(), fee_of, payable_of):
        made(life)
    about = Assignment.objects.get(code=life.assignment)
    SignalReading.objects.get_or_create(assignment=about, part="silence", read_on=NOW.date(), defaults={"number": 1})


def _left_lying(cast) -> None:
    """A mail that could not be sent, and a sheet that nobody took over."""
    mail = {"to": "weg@example.org", "subject": "Dag", "text": "Dag", "language": "nl", "state": MailState.FAILED}
    Mail.objects.create(written_at=NOW, **mail)
    rows = keep(name="rows", content=b"[]", media_type="application/x-rows", at=NOW)
    Import.objects.create(kind=ImportKind.CLIENTS, name="a.csv", uploaded_by=cast.bea.code, uploaded_at=NOW, rows=rows)


def full_house(cast) -> None:
    """Something of every kind that a term is about."""
    Life(cast, until="asked")
    one_that_runs(cast)
    # Whatever Max handed over goes with his profile, which his contract keeps.
    Insurance.objects.all().delete()
    StoredFile.objects.filter(name="polis.pdf").delete()
    Application.objects.update(state="declined", decided_at=NOW)
    stays = {"state": "declined", "decided_at": NOW, "wants_to_stay": True}
    Application.objects.create(sent_at=NOW, name="B", email="b@example.org", level="senior", languages=[], **stays)
    # Max was not chosen in another procedure.
    other = Life(cast, until="sent")
    Candidacy.objects.filter(proposal__code=other.proposal).update(state="not_chosen")
    Candidacy.objects.get(proposal__code=other.proposal).proposal.__class__.objects.filter(code=other.proposal).update(
        state="declined", decided_at=NOW
    )
    Assignment.objects.update(state="closed")
    Invitation.objects.create(account=cast.sara, token_hash="t", sent_at=NOW, expires_at=NOW + timedelta(days=14))
    Submission.objects.create(token="t", account=cast.sara.code)
    # Nobody asked yet whether this one agrees to stay.
    unasked = world.make_manager(name="Ongevraagd", email="ongevraagd@example.org")
    StayConsent.objects.create(manager=unasked, noted_at=NOW, noted_by="house")
    keep_pool(NOW)
    Agreement.objects.filter(signed_at__isnull=False).update(signed_address="192.0.2.1")
    framework_signed(cast)
    stored = keep(name="data.zip", content=b"zip", media_type="application/zip", at=NOW)
    DataRequest.objects.create(
        wanted=Wanted.ACCESS,
        state=RequestState.READY,
        account=cast.carla.code,
        name="Carla",
        email="carla@example.org",
        asked_at=NOW,
        decided_at=NOW,
        due_on=NOW.date(),
        package=stored,
        expires_at=NOW + timedelta(days=7),
    )
    words = {"name": "C", "certificate": "x", "day": NOW}
    write_to(email="carla@example.org", language="nl", template="mail/data_erased.txt", **words)
    Mail.objects.update(state=MailState.SENT, sent_at=NOW)
    _left_lying(cast)
