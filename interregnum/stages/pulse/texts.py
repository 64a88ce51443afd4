"""Words for a person: states, scores, refusals and facts of this stage."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.pulse.rules.figures import Bound, Step
from interregnum.stages.pulse.rules.signals import Alarm
from interregnum.stages.pulse.rules.states import Link, Occasion, PulseState, RoundState, Way

STATES: dict[PulseState, Promise] = {
    PulseState.DRAFT: _("Not started"),
    PulseState.RUNNING: _("Running"),
    PulseState.OVER: _("Over"),
}
ROUND_STATES: dict[RoundState, Promise] = {RoundState.OPEN: _("Open now"), RoundState.CLOSED: _("Closed")}
WAYS: dict[Way, Promise] = {
    Way.MAIL: _("By mail: each employee gets a link of their own"),
    Way.CODE: _("On paper: each group has one QR code, to hang up or hand out"),
}
OCCASIONS: dict[Occasion, Promise] = {
    Occasion.CLOSING: _("The last one, at the end of the assignment"),
    Occasion.LOOK_BACK: _("Asked months after the end"),
}
STEPS: dict[Step, Promise] = {
    Step.FEW: _("fewer than 5"),
    Step.SOME: _("5 to 9"),
    Step.MANY: _("10 to 24"),
    Step.MOST: _("25 or more"),
}
BOUNDS: dict[Bound, Promise] = {
    Bound.AT_MOST: _("%(figure)s or lower"),
    Bound.AT_LEAST: _("%(figure)s or higher"),
}
FALLS: dict[Alarm, Promise] = {
    Alarm.NOTICE: _("Lower than the round before"),
    Alarm.LARGE: _("Clearly lower than the round before"),
}
SILENCES: dict[Alarm, Promise] = {
    Alarm.NOTICE: _("Few answered"),
    Alarm.LARGE: _("Very few answered"),
}
SCORES = (
    (1, _("Not at all")),
    (2, _("Hardly")),
    (3, _("In part")),
    (4, _("Largely")),
    (5, _("Fully")),
)
# What a link says that leads to no questions: a heading, and what to do.
LINKS: dict[Link, tuple[Promise, Promise]] = {
    Link.USED: (
        _("This link was used already"),
        _("Your answer was counted, without your name. For the next round you get a new link."),
    ),
    Link.FULL: (
        _("Everybody in this group has answered"),
        _("As many answers came in as there are people in the group. The next round has room again."),
    ),
    Link.NOT_YET: (
        _("There is no round open now"),
        _("Keep the code: every two weeks a new round opens."),
    ),
    Link.CLOSED: (
        _("This round is closed"),
        _("Its answers have been counted. If there is a next round, you are asked again."),
    ),
    Link.UNKNOWN: (
        _("We do not know this link"),
        _("Check whether the whole address was copied, or scan the code once more."),
    ),
}
TOO_MUCH = (
    _("That is too much text"),
    _("Nothing was counted yet. Go back, keep your words below 1,000 characters, and send it again."),
)
REFUSALS = {
    **{f"pulse.link_{link}": words[0] for link, words in LINKS.items()},
    "pulse.questions_changed": _("Answer every question with one of the five words."),
    "pulse.assignment_closed": _("This assignment is closed."),
    "pulse.started": _("This pulse has started: its questions, groups and addresses stay as they are."),
    "pulse.not_running": _("This pulse does not run. Reload the page."),
    "pulse.no_question": _("Ask at least one question, in both languages."),
    "pulse.question_one_language": _("Write this question in both languages."),
    "pulse.no_group": _("Name at least one group, one a line."),
    "pulse.too_many_groups": _("%(most)s groups are the most. Take small ones together."),
    "pulse.group_twice": _("“%(name)s” stands here twice. Everybody belongs to one group."),
    "pulse.group_name_long": _("“%(name)s…” is too long: %(most)s characters at most."),
    "pulse.group_uncounted": _("Write behind “%(name)s” how many people are in it: name, number."),
    "pulse.no_such_group": _("Choose a group from the list."),
    "pulse.no_address": _("“%(line)s” holds no e-mail address (%(count)s such lines). Mend or remove them."),
    "pulse.too_many_addresses": _("%(most)s addresses are the most."),
    "pulse.not_readable": _("This file is not readable as text. Save the sheet as CSV, or paste the addresses."),
    "pulse.file_large": _("This file is larger than 1 MB. Send the addresses in parts."),
    "pulse.group_empty": _("Nobody is asked in “%(name)s” yet. Give its addresses, or take the group away."),
    "pulse.too_few": _("Fewer than %(floor)s people are asked: nothing could ever be shown of them."),
    "pulse.start_past": _("Choose today or a later day."),
    "pulse.outside_assignment": _("Choose a day within the assignment: %(first)s to %(last)s."),
    "pulse.hidden_already": _("These words were hidden already."),
}
FACTS = {
    "PulseSetUp": _("The pulse among employees was set up"),
    "PulseAddressesGiven": _("Addresses for the pulse among employees came in or went"),
    "PulseStarted": _("The pulse among employees started"),
    "PulseOpened": _("A round of the pulse opened"),
    "PulseClosed": _("A round of the pulse closed, and its results were fixed"),
    "PulseStopped": _("The pulse among employees is over"),
    "PulseWordsHidden": _("Words from the pulse were hidden"),
}
