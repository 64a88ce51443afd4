"""Who may do what a step of the ladder asks."""

from interregnum.kernel.actor import BUREAU, Role
from interregnum.stages.ensure.rules.ladder import OF_PARTNER, LadderStep


def may_act(step: LadderStep, role: Role, *, has_shadow: bool) -> bool:
    """The first two steps are the shadow manager's, or the bureau's where there is none; then a partner's.

    >>> may_act(LadderStep.FIRST, Role.MANAGER, has_shadow=True)
    False
    """
    if step in OF_PARTNER:
        return role == Role.PARTNER
    return role == Role.SHADOW if has_shadow else role in BUREAU
