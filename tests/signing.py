"""Signing an agreement as people do: with the code that was mailed to them."""

from datetime import datetime
from importlib import import_module
from typing import Any

import pytest

from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.contract.actions.send_code import send_code
from interregnum.stages.contract.actions.sign_agreement import sign_agreement
from interregnum.stages.contract.models import Agreement
from interregnum.stages.contract.rules.states import Side
from tests.together import forget_state


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


def signed_long_ago(patch: pytest.MonkeyPatch) -> None:
    """Both had the page open before either pressed, the code is not used up, and the filter asks for no state."""
    sending, signing = import_module(send_code.__module__), import_module(sign_agreement.__module__)
    read = sending.agreement_of

    def read_long_ago(*which: Any) -> Agreement:
        row: Agreement = read(*which)
        row.signed_at = None
        return row

    patch.setattr(sending, "agreement_of", read_long_ago)
    patch.setattr(signing, "use_up", lambda *_of, **_by: None)
    forget_state(patch, Agreement)
