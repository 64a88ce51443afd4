"""Have in memory what the first request and the first question would wait for: lexicon, encoder and calendar."""

from datetime import datetime

from interregnum.stages.ask import answers
from interregnum.stages.ask.actions.receive_request import proposal_for
from interregnum.stages.ask.queries.promise import promised_call


def warm(*, at: datetime) -> None:
    """Raises DatabaseError where there is no database yet."""
    proposal_for("Onze directeur is ziek en de reorganisatie loopt.", at=at)
    promised_call(None, at=at)
    answers.knowledge()
    answers.resembles("Wat doet een interim-manager?")
