"""Signing an agreement as people do: with the code that was mailed to them."""

from datetime import datetime
from typing import Any

from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.contract.actions.send_code import send_code
from interregnum.stages.contract.actions.sign_agreement import sign_agreement
from interregnum.stages.contract.models import Agreement
from interregnum.stages.contract.rules.states import Side


def signature(contract: str, side: Side, who: Actor, *, at: datetime) -> dict[str, Any] | Refused:
    """What `sign_agreement` needs of somebody, with the code from the mail."""
    code = send_code(contract=contract, side=side, by=who, at=at)
    if isinstance(code, Refused):
        return code
    document = Agreement.objects.select_related("document").get(contract__code=contract, side=side).document
    seen = document.sha256 if document else ""
    return {"contract": contract, "side": side, "name_typed": who.name, "code_typed": code, "seen": seen, "by": who}


def sign(contract: str, side: Side, who: Actor, *, at: datetime, **typed: Any) -> Refused | None:
    """Ask for a code and sign; what is typed otherwise goes before."""
    ready = signature(contract, side, who, at=at)
    return ready if isinstance(ready, Refused) else sign_agreement(**(ready | typed), at=at)
