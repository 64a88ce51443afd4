"""G2: may this person watch over this assignment with a free eye?"""

from dataclasses import dataclass

from interregnum.kernel.refused import Reason, Refused


@dataclass(frozen=True)
class Standing:
    """How somebody stands towards one assignment; `load` counts the open assignments that they shadow already.

    `has_tie`: an interest in this client, or a past there, as their own profile says. `is_stated`: whoever appoints
    says that there is no bonus on this client, no reporting line and no tie to the interim manager.
    """

    holds_role: bool
    looks_after_client: bool
    is_the_manager: bool
    load: int
    has_tie: bool = False
    is_stated: bool = False


@dataclass(frozen=True)
class Granted:
    """Yes; `room` is how many more assignments would fit besides this one."""

    room: int


def independence(standing: Standing, *, most: int) -> Granted | Refused:
    """G2: not the interim manager, not who looks after this client or has a tie with it, with the role and with time;
    and of what no table knows, somebody says that it is not so.

    >>> independence(Standing(True, False, False, load=7, is_stated=True), most=8)
    Granted(room=0)
    """
    reasons = []
    if not standing.holds_role:
        reasons.append(Reason("ensure.no_shadow_manager", "shadow"))
    if standing.looks_after_client:
        reasons.append(Reason("ensure.looks_after_client", "shadow"))
    if standing.is_the_manager:
        reasons.append(Reason("ensure.is_the_manager", "shadow"))
    if standing.has_tie:
        reasons.append(Reason("ensure.has_tie", "shadow"))
    if not standing.is_stated:
        reasons.append(Reason("ensure.not_stated", "is_independent"))
    if standing.load >= most:
        reasons.append(Reason("ensure.has_enough", "shadow", {"most": most}))
    return Refused(tuple(reasons)) if reasons else Granted(most - standing.load - 1)
