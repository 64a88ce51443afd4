"""A language model, where one was plugged in, is asked what it reads in a request: it decides nothing."""

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interregnum.jobs.queue import SOMEBODY_WAITS, job
from interregnum.outside.language_model import Model, NoAnswerError, ask
from interregnum.people.queries import discipline_choices
from interregnum.stages.ask.lexicon import familiar
from interregnum.stages.ask.models import Request, Triage
from interregnum.stages.ask.rules.masking import masked
from interregnum.stages.ask.rules.opinion import messages_for, opinion_of


def plugged_in() -> Model | None:
    """The model of this installation; None where none was plugged in."""
    where = settings.SECOND_OPINION
    return Model(where["address"], where["model"], where["key"], where["seconds"]) if where["address"] else None


@job(called=_("Ask a language model for a second opinion"), priority=SOMEBODY_WAITS, again=False)
def ask_second_opinion(request: str) -> None:
    """Keeps what the model says beside the proposal, or why it said nothing; run again, the last answer stays."""
    model = plugged_in()
    row = Request.objects.filter(code=request).first()
    if model is None or row is None:
        return
    Triage.objects.filter(pk=row.pk).update(second_opinion=_second_opinion(model, row))


def _second_opinion(model: Model, row: Request) -> dict[str, Any]:
    disciplines = [code for code, _name in discipline_choices()]
    text = masked(row.text, names=(row.organisation_name, row.contact_name), familiar=familiar())
    said = {"model": model.name, "failed": ""}
    try:
        found = opinion_of(ask(model, messages_for(text, disciplines=disciplines)), disciplines=disciplines)
    except NoAnswerError as error:
        return said | {"failed": str(error)}
    return said | (asdict(found) if found else {"failed": "nonsense"})
