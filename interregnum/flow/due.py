"""What is done because time passed. The only table of it; each function may run again at any moment.

`DUE` are looked at every minute, `NIGHTLY` once a night. One that fails stands on the page of jobs with its
reason: the next minute is the next try of the first kind; the second kind is tried again as any other job.
"""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.flow.returned import read_returns
from interregnum.flow.search_index import refresh_search
from interregnum.jobs.post import release_rested
from interregnum.jobs.queries import forget_done_jobs
from interregnum.jobs.queue import HopelessError, job
from interregnum.jobs.schedule import put_once, take_turn
from interregnum.journal.verified import fault_of
from interregnum.kernel.period import AMSTERDAM, local_day
from interregnum.people.availability import ask_availability
from interregnum.people.declarations import ask_declarations
from interregnum.people.digests import send_digests
from interregnum.people.duplicates import look_for_duplicates
from interregnum.people.papers import remind_of_insurance
from interregnum.records.keeping import apply_terms
from interregnum.records.pool import keep_pool
from interregnum.records.proof import prove
from interregnum.records.requests import remind_of_requests
from interregnum.stages.ask.actions.answer_visitor import forget_asked
from interregnum.stages.choose.actions.contest import remind_of_contests
from interregnum.stages.choose.actions.keep_rows import forget_past_pools
from interregnum.stages.contract.actions.absence import ask_about_absences
from interregnum.stages.contract.actions.end_frameworks import lapse_frameworks, remind_to_sign_frameworks
from interregnum.stages.contract.actions.end_unsigned import lapse_contracts, remind_to_sign
from interregnum.stages.contract.actions.seal_documents import seal_signed
from interregnum.stages.deliver.actions.answer_hours import approve_unanswered
from interregnum.stages.deliver.actions.measure_quality import measure_quality
from interregnum.stages.deliver.actions.pass_time import miss_reports, start_assignments
from interregnum.stages.deliver.actions.remind import remind_of_effects, remind_of_relations, remind_of_reports
from interregnum.stages.deliver.actions.remind_hours import remind_of_hours, remind_to_approve
from interregnum.stages.ensure.actions.climb_ladder import begin_by_ambers, climb_ladders
from interregnum.stages.ensure.actions.move_review import skip_unheld
from interregnum.stages.ensure.actions.plan_reviews import plan_reviews
from interregnum.stages.ensure.actions.prepare_review import remind_to_prepare
from interregnum.stages.ensure.actions.watch_overlaps import look_for_overlaps
from interregnum.stages.guarantee.actions.follow import finish_replacements
from interregnum.stages.guarantee.actions.remind import remind_to_choose, warn_of_overdue
from interregnum.stages.handover.actions.give_back import ask_back, remind_to_give_back
from interregnum.stages.handover.actions.open_handover import open_handovers
from interregnum.stages.handover.actions.remind_of_documents import remind_of_documents
from interregnum.stages.invoice.actions.issue import remind_of_invoices
from interregnum.stages.invoice.actions.make_papers import make_lacking_papers
from interregnum.stages.keep.actions.ask_client import ask_aftercare
from interregnum.stages.learn.actions.case_time import keep_library
from interregnum.stages.learn.actions.keep_proof import fill_older, keep_proof_of_firm
from interregnum.stages.learn.actions.keep_record import settle_proofs
from interregnum.stages.learn.actions.note_lines import note_records
from interregnum.stages.pulse.actions.run_rounds import turn_pulses

type Due = Callable[[datetime], object]
# After the small hours in which the clock changes, before anybody is at work.
NIGHT = time(4, 0)
# From one night to the next there are 25 hours at most: when the clock is put back in autumn.
A_NIGHT = timedelta(hours=25)


class JournalBrokenError(HopelessError):
    """The chain of the journal does not hold."""


def verify_journal(at: datetime) -> None:
    """Walk the chain of the journal. Raises JournalBrokenError with the first thing that does not hold."""
    found = prove(at)
    if fault := fault_of(found):
        raise JournalBrokenError(f"{fault}; {found.faults} in all")


DUE: tuple[Due, ...] = (
    seal_signed,
    start_assignments,
    finish_replacements,
    warn_of_overdue,
    miss_reports,
    remind_of_reports,
    remind_of_hours,
    turn_pulses,
    measure_quality,
    climb_ladders,
    release_rested,
    send_digests,
    read_returns,
)
NIGHTLY: tuple[Due, ...] = (
    verify_journal,
    remind_of_requests,
    keep_pool,
    apply_terms,
    forget_done_jobs,
    ask_availability,
    ask_declarations,
    remind_of_insurance,
    forget_asked,
    refresh_search,
    forget_past_pools,
    remind_of_contests,
    lapse_contracts,
    remind_to_sign,
    ask_about_absences,
    lapse_frameworks,
    remind_to_sign_frameworks,
    remind_of_relations,
    remind_of_effects,
    approve_unanswered,
    remind_to_approve,
    look_for_duplicates,
    begin_by_ambers,
    plan_reviews,
    skip_unheld,
    remind_to_prepare,
    remind_to_choose,
    open_handovers,
    ask_back,
    remind_to_give_back,
    remind_of_documents,
    ask_aftercare,
    note_records,
    settle_proofs,
    look_for_overlaps,
    keep_proof_of_firm,
    fill_older,
    keep_library,
    remind_of_invoices,
    make_lacking_papers,
)


@job(called=_("What falls due each minute"), again=False)
def fall_due(name: str) -> None:
    """Run one function of the first table."""
    _run(DUE, name)


@job(called=_("What falls due each night"))
def fall_due_nightly(name: str) -> None:
    """Run one function of the second table."""
    _run(NIGHTLY, name)


def _run(table: tuple[Due, ...], name: str) -> None:
    # A line that was taken out of the table since has nothing left to do.
    for due in table:
        if due.__name__ == name:
            due(timezone.now())  # noqa: TID251 - the passing of time itself


def look_round(at: datetime) -> None:
    """Put what falls due into the queue; of several workers that look, one does so."""
    if take_turn("each minute", at=at, then=at + timedelta(minutes=1)):
        for due in DUE:
            put_once(fall_due, due.__name__)
    if take_turn("nightly", at=at, then=next_night(at), every=A_NIGHT):
        for due in NIGHTLY:
            put_once(fall_due_nightly, due.__name__)


def next_night(at: datetime) -> datetime:
    """The first 4:00 in Amsterdam after a moment."""
    tonight = datetime.combine(local_day(at), NIGHT, tzinfo=AMSTERDAM)
    return tonight if tonight > at else datetime.combine(local_day(at) + timedelta(days=1), NIGHT, tzinfo=AMSTERDAM)
