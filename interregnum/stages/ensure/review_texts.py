"""Words about three-party reviews: states, sides, signals, refusals and facts."""

from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ensure.rules.review_signals import Level, ReviewSignal, ReviewSignalKind
from interregnum.stages.ensure.rules.reviews import Decision, ReviewKind, ReviewState, Side
from interregnum.web.pieces import Badge, Tone

SIDES: dict[StrEnum, Promise] = {
    Side.CLIENT: _("Client"),
    Side.MANAGER: _("Interim manager"),
    Side.SHADOW: _("Shadow manager"),
}
KINDS: dict[StrEnum, Promise] = {
    ReviewKind.LANDING: _("After landing"),
    ReviewKind.REGULAR: _("By the rhythm"),
    ReviewKind.PHASE: _("End of a phase"),
    ReviewKind.SPECIAL: _("Because of signals"),
}
DECISIONS: dict[StrEnum, Promise] = {
    Decision.CONTINUE: _("Continue"),
    Decision.ADJUST: _("Adjust"),
    Decision.REPLACE: _("Replace the manager"),
    Decision.STOP: _("Stop"),
}
STATES: dict[StrEnum, Promise] = {
    ReviewState.PLANNED: _("Planned"),
    ReviewState.OPEN: _("Being held"),
    ReviewState.TO_SIGN: _("To sign"),
    ReviewState.SIGNED: _("Signed by all three"),
    ReviewState.SKIPPED: _("Did not take place"),
    ReviewState.CANCELLED: _("Off"),
}
OVERDUE = _("Overdue")
TONES = {
    ReviewState.PLANNED: Tone.INFO,
    ReviewState.OPEN: Tone.WARN,
    ReviewState.TO_SIGN: Tone.WARN,
    ReviewState.SIGNED: Tone.GOOD,
    ReviewState.SKIPPED: Tone.BAD,
    ReviewState.CANCELLED: Tone.NEUTRAL,
}
# What each prepares, in the order of the talk.
# Under what is typed about a review: who will read it.
ALL_READ = _("Client, manager, shadow manager, our bureau and its auditor read this.")
AGENDA: dict[str, Any] = {
    "assignment": _("Is this still the assignment?"),
    "mandate": _("Mandate, and time of the sponsor"),
    "commitment": _("Commitment and resistance"),
    "risks": _("Risks and integrity"),
    "anchoring": _("Is it ready to be anchored?"),
}
REVIEW_REFUSALS: dict[str, Promise] = {
    "choose.slot_past": _("This moment has passed. Choose a later one."),
    "choose.slot_closed": _("This is a weekend or a holiday. Choose a working day."),
    "choose.slot_hours": _("Choose an hour within office hours."),
    "ensure.review_outside_term": _(
        "This day is outside the assignment, which runs from %(first)s to %(last)s. Choose a day within it."
    ),
    "ensure.review_ahead": _("It has not come to this moment yet. Start when it has, or move the review first."),
    "ensure.review_skip_ahead": _("It is still to come. Move it if the moment does not suit."),
    "ensure.review_not_three": _(
        "A three-party review needs all three of you; %(lacking)s lacking. Move it to another moment, or note that it "
        "did not take place. What each prepared stays closed until then."
    ),
    "ensure.review_changed": _("Somebody else was first: the review has changed. What stands now, you see below."),
    "ensure.review_begun": _("The review has begun, so what you prepared cannot be changed any more. Say it there."),
    "ensure.review_score_needed": _("Give a score from 1 to 10 and one reason for it."),
    "ensure.review_other_window": _(
        "This was changed in another window meanwhile. What you typed still stands here: copy what you want to keep, "
        "reload the page and add it."
    ),
    "ensure.review_unmoved": _("Moment and place are as they were. Choose another one, or leave it as it is."),
    "ensure.review_not_begun": _("The review has not begun. Begin it on its own page; then the minutes are open."),
    "ensure.review_not_open": _("The minutes are not open any more. Ask for a correction if something is not right."),
    "ensure.review_minutes_needed": _("Write down what was said first."),
    "ensure.review_decision_needed": _("Choose what was decided."),
    "ensure.review_why_needed": _("Say in a few words why: all three sign it."),
    "ensure.review_action_past": _("Choose today or a later day."),
    "ensure.review_action_not_yours": _("Only whoever would do it can say that it is done."),
    "ensure.review_action_done": _("This was done or taken out already."),
    "ensure.review_version_gone": _("This version does not wait for you any more. Look at it as it is now."),
    "ensure.review_signed_already": _("Your side has signed this version already."),
}
REVIEW_FACTS: dict[str, Promise] = {
    "ReviewPlanned": _("A three-party review was planned"),
    "ReviewMoved": _("A three-party review was moved"),
    "ReviewCancelled": _("A three-party review was taken out"),
    "ReviewPrepared": _("A three-party review was prepared by one side"),
    "ReviewStarted": _("A three-party review began"),
    "ReviewSkipped": _("A three-party review did not take place"),
    "MinutesWritten": _("The minutes of a three-party review were written"),
    "ReviewConcluded": _("The record of a three-party review was laid before the three"),
    "ReviewCorrected": _("The record of a three-party review was sent back for a correction"),
    "ReviewSigned": _("The record of a three-party review was signed by one side"),
    "ReviewActionAgreed": _("An action was agreed in a three-party review"),
    "ReviewActionDropped": _("An action of a three-party review was taken out again"),
    "ReviewActionDone": _("An action of a three-party review was done"),
}
LEVELS = {Level.AMBER: Tone.WARN, Level.RED: Tone.BAD}
SIGNAL_NAMES: dict[StrEnum, Promise] = {
    ReviewSignalKind.SKIPPED: _("Skipped"),
    ReviewSignalKind.MOVED: _("Moved"),
    ReviewSignalKind.UNPREPARED: _("Unprepared"),
    ReviewSignalKind.GAP: _("Gap"),
    ReviewSignalKind.SCORE: _("Low score"),
    ReviewSignalKind.DROP: _("Falling score"),
}
SIGNALS: dict[StrEnum, Promise] = {
    ReviewSignalKind.SKIPPED: _("This review did not take place."),
    ReviewSignalKind.MOVED: _("This review was moved %(moves)s times."),
    ReviewSignalKind.UNPREPARED: _("Came unprepared: %(side)s."),
    ReviewSignalKind.GAP: _("The client gives a %(client)s, the interim manager a %(manager)s."),
    ReviewSignalKind.SCORE: _("The client gives no more than a %(client)s."),
    ReviewSignalKind.DROP: _("The client gave %(before)s out of 10 last time, and %(client)s now."),
}


def sentence_of(signal: ReviewSignal) -> str:
    """A signal with the numbers it rests on."""
    facts = dict(signal.facts)
    if "side" in facts:
        facts["side"] = str(SIDES[Side(str(facts["side"]))]).lower()
    return str(SIGNALS[signal.kind]) % facts


def badge_of(state: ReviewState, *, is_overdue: bool = False) -> Badge:
    return Badge(OVERDUE, Tone.BAD) if is_overdue else Badge(STATES[state], TONES[state])


def signal_badge(signals: tuple[ReviewSignal, ...]) -> Badge | str:
    """The gravest signal of a review by its name, for a list."""
    return Badge(SIGNAL_NAMES[signals[0].kind], LEVELS[signals[0].level]) if signals else "–"


def _decided(fact: dict[str, Any]) -> str:
    return str(DECISIONS[Decision(fact["decision"])])


def _side(fact: dict[str, Any]) -> str:
    return str(SIDES[Side(fact["side"])])


def _owner(fact: dict[str, Any]) -> str:
    return str(SIDES[Side(fact["owner"])])


def _ready(fact: dict[str, Any]) -> str:
    return _side(fact) if fact["is_ready"] else _now("%(side)s, not ready yet") % {"side": _side(fact)}


REVIEW_DETAILS = {
    "ReviewPrepared": _ready,
    "ReviewConcluded": _decided,
    "ReviewCorrected": _side,
    "ReviewSigned": _side,
    **dict.fromkeys(("ReviewActionAgreed", "ReviewActionDropped", "ReviewActionDone"), _owner),
}
