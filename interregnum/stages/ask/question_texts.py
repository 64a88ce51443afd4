"""Words of the questions and answers: what an unanswered question seems to be about, states and refusals."""

from django.utils.translation import gettext_lazy as _

from interregnum.stages.ask.rules.states import AskedState
from interregnum.web.pieces import Badge, Tone

# By the name of the clue that recognised it.
SUBJECTS = {
    "price": _("Rates and prices are not on this page: they depend on the assignment. Ask us, you get a clear answer."),
    "a job with the firm": _("Vacancies are not on this page. Leave your question, then we tell you if there are any."),
    "a manager who looks for work": _(
        "This page is for clients. Are you an interim manager yourself? Leave your question, then we contact you."
    ),
    "how to reach the firm": _("Leave your question with an e-mail address or telephone number, and we contact you."),
    "another trade": _("This seems to be about something that is not our trade: we only do interim management."),
}
OTHERWISE = _("This page does not answer that. We do not guess: ask a person of our firm.")
ASKED_STATES = {
    AskedState.OPEN: Badge(_("Open"), Tone.WARN),
    AskedState.ANSWERED: Badge(_("Answered"), Tone.GOOD),
    AskedState.ADDED: Badge(_("On the page now"), Tone.GOOD),
    AskedState.SET_ASIDE: Badge(_("Put aside")),
}
REFUSALS = {
    "ask.question_gone": _("This question is no longer there. Reload the list."),
    "ask.question_changed": _(
        "A colleague saved this question while you wrote. What your colleague wrote stands first, your own words below "
        "it: put the two together, and save again."
    ),
    "ask.reach_needed": _("Leave an e-mail address or a telephone number, so that we can answer you."),
    "ask.asked_done": _("Somebody has dealt with this question already. Reload the page to see how."),
}


def subject_words(subject: str) -> object:
    """What to say of a question without an answer."""
    return SUBJECTS.get(subject, OTHERWISE)
