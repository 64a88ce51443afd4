"""What a client tells in the intake: enough for a brief."""

from datetime import datetime

from interregnum.kernel.actor import Actor
from interregnum.stages.ask.actions.answer_intake import Answer, answer_intake
from interregnum.stages.ask.models import IntakeAnswer

TOLD = {"owner_name": "Carla", "owner_role": "Directeur operatie", "result": "Antwoord binnen vijf dagen."}


def tell(request: str, *, by: Actor, at: datetime) -> None:
    for field, value in TOLD.items():
        kept = answer_intake(request=request, answer=Answer(field=field, value=value), by=by, at=at)
        assert isinstance(kept, IntakeAnswer)
