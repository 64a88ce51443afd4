"""The bureau takes out what tells of somebody: the words go for good, and the page says that something stood there."""

from datetime import datetime

from django.http import Http404

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.deliver.queries import visible_to
from interregnum.stages.pulse.facts import PulseWordsHidden
from interregnum.stages.pulse.models import Quote


@action
def hide_words(*, quote: str, by: Actor, at: datetime) -> str | Refused:
    """Returns the code of the assignment. Raises Http404 for words that are not theirs to see."""
    assignments = visible_to(by)
    row = Quote.objects.select_related("round__survey__assignment").filter(code=quote).first()
    if row is None or not assignments.filter(pk=row.round.survey.assignment_id).exists():
        raise Http404
    if not Quote.objects.filter(pk=row.pk, is_hidden=False).update(text="", is_hidden=True):
        return Refused.because("pulse.hidden_already")
    record(PulseWordsHidden(assignment=row.round.survey.assignment.code), by=by, at=at)
    return str(row.round.survey.assignment.code)
