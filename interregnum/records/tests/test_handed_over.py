"""What a hand-over document told, and what signals read: gone with whom it was about, and when its term is over."""

import json
from datetime import timedelta

import pytest

from interregnum.kernel.actor import HOUSE
from interregnum.people.models import Manager
from interregnum.records.erase import erase_person
from interregnum.records.keeping import apply_terms, going
from interregnum.records.persons import person_of
from interregnum.records.terms import TERMS
from interregnum.stages.deliver.models import Assignment, SignalReading
from interregnum.stages.handover.models import DocumentAnswer, Handover, HandoverDocument
from interregnum.stages.handover.rules.states import PaperState, Signer
from interregnum.stages.learn.actions.keep_proof import keep_proof_of_firm
from interregnum.stages.learn.models import CaseConsent, Closed
from interregnum.stages.learn.tests.learn_world import AFTER, OVER, ended
from tests.life import Life
from tests.world import NOW, TODAY, make_cast

pytestmark = pytest.mark.django_db
NAME = "Maximiliaan Kanarienaam"


def handed_over(assignment: str) -> HandoverDocument:
    """A version that was sent, with a name in it wherever one can stand."""
    paper = {"title": "Overdracht", "subject": f"{NAME} bij de bank", "sections": [{"rows": [[NAME]], "words": NAME}]}
    row = Handover.objects.create(assignment=Assignment.objects.get(code=assignment), opened_at=NOW, successor=NAME)
    told = {"state": PaperState.SENT, "told": {"nl": paper, "en": paper}, "written_at": NOW, "sent_at": NOW}
    sent = HandoverDocument.objects.create(handover=row, number=1, opening=f"Vraag {NAME}.", **told)
    DocumentAnswer.objects.create(
        document=sent, signer=Signer.SUCCESSOR, agrees=False, reason=f"{NAME} weet het.", answered_at=NOW
    )
    return sent


def test_the_name_of_whoever_is_erased_stands_in_no_version_that_was_sent(cast):
    Manager.objects.filter(pk=cast.max_profile.pk).update(name=NAME)
    life = Life(cast, until="reported")
    sent = handed_over(life.assignment)
    done = erase_person(person_of(managers=[cast.max_profile.code]), by=HOUSE, at=NOW)
    sent.refresh_from_db()
    kept = json.dumps(sent.told) + sent.opening + sent.handover.successor + sent.answers.get().reason
    assert "Kanarienaam" not in kept
    assert done.pseudonym in kept
    assert sent.told["nl"]["title"] == "Overdracht"


def test_it_goes_with_the_contract_it_was_about_and_not_before(cast):
    life = Life(cast, until="reported")
    handed_over(life.assignment)
    # What a client said of a case of which the text has gone already.
    CaseConsent.objects.create(assignment=life.assignment, version=1, asked_at=NOW, words="Liever niet.")
    (term,) = (one for one in TERMS if one.name == "fiscal")
    (found,) = going(term, at=NOW, until=NOW + timedelta(days=366 * 9))
    apply_terms(found.at - timedelta(days=2))
    assert HandoverDocument.objects.exists() and CaseConsent.objects.exists()
    apply_terms(found.at + timedelta(days=1))
    assert not (HandoverDocument.objects.exists() or DocumentAnswer.objects.exists() or Handover.objects.exists())
    assert not CaseConsent.objects.exists()


def readings(life, day=TODAY) -> None:
    about = Assignment.objects.get(code=life.assignment)
    for at in range(3):
        SignalReading.objects.create(assignment=about, part="silence", read_on=day + timedelta(days=at), number=at)


def test_readings_of_signals_go_three_years_after_the_last_day_as_was_shown_before(db):
    life = ended(make_cast())
    readings(life)
    (term,) = (one for one in TERMS if one.name == "signal readings")
    (found,) = going(term, at=AFTER, until=AFTER + timedelta(days=366 * 4))
    assert found.at.date().replace(year=OVER.year) >= OVER
    assert found.at.year == OVER.year + 3
    apply_terms(found.at - timedelta(days=2))
    assert SignalReading.objects.count() == 3
    apply_terms(found.at + timedelta(days=1))
    assert not SignalReading.objects.exists()
    assert Assignment.objects.filter(code=life.assignment).exists()


def test_readings_of_an_assignment_that_runs_stay(cast):
    readings(Life(cast, until="reported"))
    apply_terms(NOW + timedelta(days=1))
    assert SignalReading.objects.count() == 3


def test_what_warnings_were_worth_is_still_told_when_the_readings_have_gone(db):
    ended(make_cast())
    keep_proof_of_firm(AFTER)
    Closed.objects.update(hits=2, hits_of=3)
    keep_proof_of_firm(AFTER + timedelta(days=1))
    assert Closed.objects.values_list("hits", "hits_of").get() == (2, 3)
