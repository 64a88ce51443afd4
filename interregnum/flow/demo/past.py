"""The past of the demonstration firm: assignments that are over, lived one at a time after the server has opened."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interregnum.flow.demo.cases_closed import MANY, Course, Past, past_stories
from interregnum.flow.demo.closing import live_aftercare, live_end
from interregnum.flow.demo.invented_roster import roster_csv
from interregnum.flow.demo.pulse import live_past_pulse
from interregnum.flow.demo.replay import STEPS, Life
from interregnum.flow.demo.stories import Bureau, expect
from interregnum.flow.demo.succession import live_succession
from interregnum.flow.demo.told import tell_of_past
from interregnum.jobs.queue import job
from interregnum.journal.record import action
from interregnum.kernel.actor import HOUSE, Actor, Role
from interregnum.kernel.period import local_day
from interregnum.outside.sheets.read import read_sheet
from interregnum.people.accounts import actors_of
from interregnum.people.imports import import_sheet
from interregnum.people.models import Account
from interregnum.people.queries import firm_is_demonstration
from interregnum.people.rules.consent import Consent
from interregnum.people.rules.importing import ImportKind
from interregnum.stages.ask.models import Request
from interregnum.stages.deliver.actions.measure_quality import measure_one
from interregnum.stages.deliver.queries import assignment_facts, assignments_of
from interregnum.stages.ensure.actions.move_review import skip_unheld
from interregnum.stages.learn.actions.keep_proof import fill_older, keep_proof_of_firm
from interregnum.stages.learn.actions.keep_record import settle_proofs
from interregnum.stages.learn.actions.note_lines import note_records

# The managers of those days; each of them led one assignment after another.
VETERANS, SEED, FIRST = 20, 23, 5001
DAYS_TO_START = 21
BEFORE_THE_END = (Course.EARLY, Course.GUARANTEE, Course.REPLACED)
# Of so many assignments one asked the employees, some weeks before its end.
PULSE_EACH, PULSE_DAYS = 4, 25
A_WEEK = timedelta(days=7)


@job(called=_("The past of the demonstration firm is being lived"))
def live_past(number: int, today: str) -> None:
    """One assignment a job, and then the next: whoever waits for a page goes first in between. Safe to run again."""
    if not firm_is_demonstration():
        return
    on, bureau = date.fromisoformat(today), bureau_of_demonstration(number)
    if bureau is None:
        return
    if number < MANY:
        live_one(number, bureau=bureau, today=on)
        live_past.enqueue(number + 1, today)
    else:
        at = timezone.now()  # noqa: TID251 - a job of the demonstration begins here
        settle_past(at)
        tell_of_past(bureau.partner, at)


def bureau_of_demonstration(number: int) -> Bureau | None:
    """Who guards the story of this number; None where somebody of the firm is not there any more."""
    found = {}
    for email in ("bea@demo.example", "anton@demo.example", "sara@demo.example", "stef@demo.example"):
        account = Account.objects.filter(email=email).first()
        if account is None:
            return None
        found[email] = account
    partner, manager = (_actor(found[f"{name}@demo.example"]) for name in ("bea", "anton"))
    shadow = found["sara@demo.example" if number % 2 else "stef@demo.example"].code
    return Bureau(manager if number % 3 == 1 else partner, shadow, partner, manager)


def _actor(account: Account) -> Actor:
    return next(actor for actor in actors_of(account) if actor.role in (Role.PARTNER, Role.ACCOUNT_MANAGER))


@action
def live_one(number: int, *, bureau: Bureau, today: date) -> bool:
    """All of one assignment in one transaction; False when it was lived before."""
    past = tuple(past_stories())[number]
    life = Life(past.story, bureau=bureau, today=today, taken=set())
    if Request.objects.filter(received_at=life.at(0, 7), contact_email=past.story.client.email).exists():
        return False
    if number == 0:
        _veterans(life.begun - timedelta(days=1), life.at(-1, 6), today=today)
    _live(past, life, bureau, number)
    return True


def _veterans(on: date, at: datetime, *, today: date) -> None:
    """They consented when they came, and anew today: without it the nights of now would erase them."""
    sheet = read_sheet(roster_csv(managers=VETERANS, seed=SEED, on=on, first=FIRST).encode())
    for given_on, moment in ((on, at), (today, datetime.combine(today, time(), tzinfo=UTC))):
        consent = Consent(given_on, "Verzonnen, zoals zij zelf")
        expect(import_sheet(kind=ImportKind.ROSTER, sheet=sheet, by=HOUSE, at=moment, consent=consent))


def _live(past: Past, life: Life, bureau: Bureau, number: int) -> None:
    """As far as its last day, or the day on which it ended before that; then its end, and the year after."""
    story, now = past.story, life.today
    weeks = story.weeks - 3 if past.course in BEFORE_THE_END else story.weeks + 6
    life.dearest_first = past.course is Course.REPLACED
    life.today = life.begun + timedelta(days=DAYS_TO_START, weeks=weeks)
    for _reach, step in STEPS:
        step(life)
    (line,) = assignments_of(seen_by=life.manager, on=life.today)
    facts = assignment_facts(line.code, seen_by=life.manager)
    if number % PULSE_EACH == 0:
        begun = min(facts.ends_on, life.today) - timedelta(days=PULSE_DAYS)
        live_past_pulse(facts.code, facts.category, manager=life.manager, begun=begun)
    if past.course is Course.REPLACED:
        live_succession(life, facts.code)
    ends_on = facts.ends_on if past.course is Course.REPLACED else min(facts.ends_on, life.today)
    measure_one(facts.code, at=datetime.combine(ends_on, time(5), tzinfo=UTC))
    live_end(past.course, facts, client=life.client, manager=life.manager, bureau=bureau, ends_on=ends_on)
    skip_unheld(datetime.combine(min(ends_on + A_WEEK, now), time(5), tzinfo=UTC))
    live_aftercare(past.course, facts.code, bureau=bureau, closed_on=ends_on + timedelta(days=1))


def settle_past(at: datetime) -> None:
    """What the nights would have kept of it."""
    note_records(at)
    settle_proofs(at)
    keep_proof_of_firm(at)
    while fill_older(at):
        pass


def begin_past(at: datetime) -> None:
    """After the firm was made; the worker does it once the server has opened."""
    live_past.enqueue(0, local_day(at).isoformat())
