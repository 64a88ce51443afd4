"""The life of one request in the tests, lived through the real actions as far as a test needs it.

Anton takes it up, Carla's bank asks, Max is chosen, Sara guards.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal

from interregnum.flow.search_index import refresh_search
from interregnum.kernel.actor import Actor
from interregnum.kernel.lists import Assurance, Category, Context, Ground, Level, Reason
from interregnum.kernel.money import Money
from interregnum.kernel.refused import Refused
from interregnum.kernel.role_mix import RoleMix
from interregnum.people.models import Manager
from interregnum.people.notes import Written, write_note
from interregnum.people.rules.notes import NoteKind
from interregnum.stages.ask.actions.answer_visitor import Left, leave_question
from interregnum.stages.ask.actions.confirm_triage import Verdict, confirm_triage
from interregnum.stages.ask.actions.receive_request import Stated, receive_request
from interregnum.stages.brief.actions.agree_brief import agree_brief
from interregnum.stages.brief.actions.change_brief import change_brief
from interregnum.stages.brief.actions.offer_brief import offer_brief
from interregnum.stages.brief.queries import brief_of_request
from interregnum.stages.brief.rules.values import BriefValues, ResultWanted
from interregnum.stages.choose.actions.answer_invitation import answer_invitation
from interregnum.stages.choose.actions.decide_proposal import accept_proposal
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.actions.invite_managers import Invitee, invite_managers
from interregnum.stages.choose.actions.send_proposal import send_proposal
from interregnum.stages.choose.engine import store
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.contract.models import Contract
from interregnum.stages.contract.queries import contract_of_brief
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.deliver.actions.agree_plan import agree_plan, answer_deviation, propose_plan
from interregnum.stages.deliver.actions.pass_time import start_assignments
from interregnum.stages.deliver.actions.report_week import Week, report_week
from interregnum.stages.deliver.actions.save_plan import save_plan
from interregnum.stages.deliver.actions.write_hours import Hours, write_hours
from interregnum.stages.deliver.models import PlanDeviation
from interregnum.stages.deliver.queries import assignments_of
from interregnum.stages.deliver.rules.deviations import DeviationAnswer
from interregnum.stages.deliver.rules.hours import days_of
from interregnum.stages.deliver.rules.plan import Part, PhaseLine, Plan, ResultLine
from interregnum.stages.deliver.rules.states import Mood
from interregnum.stages.ensure.actions.appoint_shadow_manager import appoint_shadow_manager
from tests import gates
from tests.remembered import remembered
from tests.signing import sign
from tests.told import tell
from tests.world import NOW, TODAY, Cast

STEPS = (
    "asked", "told", "confirmed", "agreed", "drawn", "invited", "answered", "sent", "accepted", "half_signed", "signed",
    "guarded", "cleared", "planned", "running", "reported",
)  # fmt: skip
VISITOR_ASKS = Left(question="Werkt u ook op zaterdag?", name="Vera", email="vera@example.org")
STARTS_ON = date(2026, 3, 9)
ALONE = "Niemand anders deed dit eerder bij een bank."
# Both move when a drill lives at the moment that it runs.
UNTIL_DUE = timedelta(days=144)
# What a plan says in words, part by part.
SAID = {
    Part.FACTS: "Te veel overdrachten tussen twee teams.",
    Part.PERSPECTIVES: "De teams wijzen naar elkaar.",
    Part.SENSITIVITIES: "Er is eerder gereorganiseerd.",
    Part.QUICK_WINS: "Eén lijst in plaats van drie.",
    Part.APPROACH: "Eén team per aanvraag.",
    Part.COMMITMENT: "De teamleiders maken het ontwerp zelf.",
    Part.ANCHORING: "Elke stap heeft een teamleider als eigenaar.",
    Part.FIRST_RESULT: "Eén team werkt volgens de nieuwe lijst.",
    Part.STOP_CRITERIA: "Als na acht weken geen dag gewonnen is.",
}


def accept_deviations(assignment: str, *, by: Actor, at: datetime) -> None:
    """The client accepts all in which the version that lies there differs from the contract."""
    for one in PlanDeviation.objects.filter(version__assignment__code=assignment, version__state="offered"):
        version, line, yes = one.version.number, one.position, DeviationAnswer.ACCEPTED
        told = answer_deviation(assignment=assignment, version=version, line=line, answer=yes, by=by, at=at)
        assert told is None


def verdict_for(cast: Cast) -> Verdict:
    """What the bureau says of the request of Carla's bank."""
    return Verdict(
        organisation_name=cast.bank.name,
        need="manager",
        category="change",
        level="senior",
        context="primary",
        sector="bank",
        reasons=("performance",),
        grounds=("capacity",),
        disciplines=("back_office",),
    )


def week_of(monday: date, words: Callable[[str], str] = str) -> Week:
    """What Max reports of a week."""
    mix = RoleMix(40, 20, 20, 20)
    return Week(monday=monday, progress=words("Beide teams gesproken."), mood=Mood.GOOD, role_mix=mix, measured={})


class Life:
    """One request; each step leaves its code behind under the name of the object.

    `words` may change each text that somebody writes, so that it is known again wherever it turns up.
    """

    def __init__(self, cast: Cast, *, until: str, words: Callable[[str], str] = str) -> None:
        self.cast = cast
        self.words = words
        self.anton, self.carla, self.max = (cast.actor(one) for one in (cast.anton, cast.carla, cast.max))
        steps = STEPS[: STEPS.index(until) + 1]
        if words is str:
            vars(self).update(remembered((type(self), until), lambda: self._live(steps)))
        else:
            self._live(steps)

    def _live(self, steps: Iterable[str]) -> dict[str, str]:
        """The codes of what came about."""
        known = set(vars(self))
        for step in steps:
            getattr(self, step)()
        return {name: value for name, value in vars(self).items() if name not in known}

    def asked(self) -> None:
        stated = Stated(
            text=self.words(
                "De verwerking van hypotheken loopt vast; wij zoeken een verandermanager die het anders inricht."
            ),
            organisation_name=self.cast.bank.name,
            contact_name=self.cast.carla.name,
            contact_email=self.cast.carla.email,
        )
        # What the index of the search box holds in a real firm.
        refresh_search(NOW)
        written = Written(
            kind=NoteKind.NOTE,
            text="Wil het snel.",
            organisation=self.cast.bank.code,
            next_action="Nabellen",
            next_on=TODAY,
        )
        self.note = str(write_note(written=written, by=self.anton, at=NOW))
        self.asked_question = leave_question(left=VISITOR_ASKS, at=NOW)
        self.request = receive_request(stated=stated, by=self.carla, at=NOW)

    def told(self) -> None:
        """What Carla says on the telephone: enough for a brief."""
        tell(self.request, by=self.anton, at=NOW)

    def confirmed(self) -> None:
        verdict = verdict_for(self.cast)
        assert confirm_triage(request=self.request, verdict=verdict, by=self.anton, at=NOW) is None
        self.brief = brief_of_request(self.request, seen_by=self.anton) or ""

    def agreed(self) -> None:
        wanted = BriefValues(
            category=Category.CHANGE,
            reasons=(Reason.PERFORMANCE,),
            grounds=(Ground.CAPACITY,),
            problem=self.words("De verwerking van hypotheken loopt vast."),
            result_wanted=self.words("Binnen vijf dagen een antwoord."),
            level=Level.SENIOR,
            context=Context.PRIMARY,
            disciplines=("back_office",),
            sector="bank",
            role_mix=RoleMix(20, 15, 25, 40),
            starts_on=STARTS_ON,
            weeks=26,
            days_a_week=4,
            rate_ceiling=Money(1500),
            place="Utrecht",
            languages=("nl",),
            assurance=Assurance.STANDARD,
            problem_owner=self.words("Carla, directeur operatie"),
            results=(
                ResultWanted(
                    title=self.words("Dagen tot een antwoord"),
                    unit="dagen",
                    baseline=Decimal(19),
                    target=Decimal(5),
                    due_on=STARTS_ON + UNTIL_DUE,
                    measured_by="Wekelijks uit het systeem.",
                ),
            ),
            mandate_wanted=self.words("Beslist over de planning."),
        )
        assert change_brief(brief=self.brief, wanted=wanted, by=self.anton, at=NOW) is None
        version = offer_brief(brief=self.brief, by=self.anton, at=NOW)
        assert isinstance(version, int), version
        assert agree_brief(brief=self.brief, version=version, by=self.carla, at=NOW) is None

    def drawn(self) -> None:
        # Max has a life of his own in each: what another one took of his days is not counted here.
        if Manager.objects.filter(code=self.cast.max_profile.code, available_on__gt=TODAY).update(available_on=TODAY):
            store.work_off()
        Contract.objects.filter(manager=self.cast.max_profile).update(runs_until=TODAY - timedelta(days=1))
        self.shortlist = str(draw_shortlist(brief=self.brief, by=self.anton, at=NOW))

    def invited(self) -> None:
        chosen = Invitee(
            manager=self.cast.max_profile.code,
            rationale=self.words("Deed dit drie keer eerder."),
            client_rate=Money(1250),
            starts_on=STARTS_ON,
        )
        self.proposal = str(
            invite_managers(shortlist=self.shortlist, chosen=(chosen,), by=self.anton, at=NOW, why="talk")
        )
        self.candidacy = Candidacy.objects.get(proposal__code=self.proposal).code

    def answered(self) -> None:
        assert (
            answer_invitation(candidacy=self.candidacy, agrees=True, remark=self.words("Graag."), by=self.max, at=NOW)
            is None
        )

    def sent(self) -> None:
        assert send_proposal(proposal=self.proposal, alone_why=self.words(ALONE), by=self.anton, at=NOW) is None

    def accepted(self) -> None:
        assert accept_proposal(proposal=self.proposal, candidacy=self.candidacy, by=self.carla, at=NOW) is None
        self.contract = contract_of_brief(self.brief) or ""

    def half_signed(self) -> None:
        self._sign(Side.CLIENT, self.carla)

    def signed(self) -> None:
        self._sign(Side.MANAGER, self.max)
        self.assignment = max(assignments_of(seen_by=self.max, on=TODAY), key=lambda line: line.number).code

    def _sign(self, side: Side, who: Actor) -> None:
        assert sign(self.contract, side, who, at=NOW) is None

    def guarded(self) -> None:
        refused = appoint_shadow_manager(
            assignment=self.assignment,
            shadow=self.cast.sara.code,
            reason=self.words("Kent het vak."),
            is_independent=True,
            by=self.anton,
            at=NOW,
        )
        assert not isinstance(refused, Refused), refused

    def cleared(self) -> None:
        """All that must be there before the first day."""
        gates.show_papers(self.max, at=NOW)
        gates.screen(self.cast, self.cast.max_profile.code, by=self.anton, at=NOW)
        gates.answer(self.contract, by=self.anton, at=NOW, words=self.words)
        gates.make_mandate(self.assignment, by=self.anton, at=NOW, on=TODAY, words=self.words)
        gates.judge(self.contract, by=self.cast.actor(self.cast.sara), at=NOW, words=self.words)

    def planned(self) -> None:
        start_assignments(NOW + timedelta(days=8))
        plan = Plan(
            {part: self.words(text) for part, text in SAID.items()},
            (
                ResultLine(
                    self.words("Dagen tot een antwoord"), "dagen", Decimal(19), Decimal(5), STARTS_ON + UNTIL_DUE
                ),
            ),
            (PhaseLine(self.words("Landen"), date(2026, 4, 3), self.words("Plan besproken")),),
            date(2026, 4, 17),
        )
        assert save_plan(assignment=self.assignment, plan=plan, by=self.max, at=NOW + timedelta(days=10)) is None
        assert propose_plan(assignment=self.assignment, by=self.max, at=NOW + timedelta(days=10)) is None

    def running(self) -> None:
        accept_deviations(self.assignment, by=self.carla, at=NOW + timedelta(days=11))
        assert agree_plan(assignment=self.assignment, version=1, by=self.carla, at=NOW + timedelta(days=11)) is None

    def reported(self) -> None:
        at = NOW + timedelta(days=11)
        self.report = str(
            report_week(assignment=self.assignment, week=week_of(STARTS_ON, self.words), by=self.max, at=at)
        )
        hours = Hours(monday=STARTS_ON, minutes=dict.fromkeys(days_of(STARTS_ON)[:4], 480))
        self.hours = str(write_hours(assignment=self.assignment, hours=hours, send=True, by=self.max, at=at))
