"""What of a guarantee stays within the firm: what it bears, what the manager said, and what lay under it."""

from typing import Any

from interregnum.kernel.actor import OFFICE, Actor, Role
from interregnum.stages.guarantee.models import Complaint
from interregnum.stages.guarantee.queries.bankrupt import still_runs
from interregnum.stages.guarantee.rules.reasons import NOT_THE_MANAGER
from interregnum.stages.guarantee.rules.states import REPLACEMENT, Dropped
from interregnum.stages.guarantee.texts import CAUSES, DROPPED

FIRM = OFFICE | {Role.AUDITOR, Role.SHADOW}


def of_firm(row: Complaint, seen_by: Actor) -> dict[str, Any]:
    """Empty for anybody else."""
    hearing, cause = getattr(row, "hearing", None), getattr(row, "root_cause", None)
    is_firm = seen_by.role in FIRM
    known: dict[str, Any] = {
        "owed_days": 0,
        "owed": None,
        "heard": "",
        "not_heard": "",
        "cause": "",
        "cause_words": "",
        "lesson": "",
        "may_mend": False,
        "mended": "",
        "is_bankrupt": False,
        "still_runs": (),
    }
    if not is_firm:
        return known | {"spoken_at": None, "heard_at": None, "dropped": "", "dropped_why": ""}
    known |= _of_bankrupt(row, seen_by)
    if seen_by.role != Role.SHADOW:
        known |= {"owed_days": row.owed_days, "owed": row.owed}
    if hearing:
        known |= {"heard": hearing.words, "not_heard": hearing.not_heard}
    if cause:
        known |= {"cause": CAUSES[cause.cause], "cause_words": cause.words, "lesson": cause.lesson}
        stays = cause.cause in NOT_THE_MANAGER and row.state in REPLACEMENT
        known |= {"may_mend": stays and cause.mended_at is None, "mended": cause.mended_how}
    return known | {
        "spoken_at": row.spoken_at,
        "heard_at": hearing.said_at if hearing else None,
        "dropped": DROPPED[row.dropped] if row.dropped else "",
        "dropped_why": row.dropped_why,
    }


def _of_bankrupt(row: Complaint, seen_by: Actor) -> dict[str, Any]:
    """What still runs at a bankrupt client: for the bureau and its auditor."""
    is_bankrupt = row.dropped == Dropped.BANKRUPT and seen_by.role != Role.SHADOW
    return {"is_bankrupt": is_bankrupt, "still_runs": still_runs(row, seen_by=seen_by) if is_bankrupt else ()}
