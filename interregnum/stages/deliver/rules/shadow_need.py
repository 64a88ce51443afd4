"""G1 G2: which assignments must have a shadow manager."""

from enum import StrEnum

from interregnum.kernel.lists import Assurance, Category


class ShadowNeed(StrEnum):
    REQUIRED = "required"
    WANTED = "wanted"
    FREE = "free"


def closest(assurance: Assurance, intensity: Assurance | None) -> Assurance:
    """The more intensive of what the brief agreed and what the shadow manager was appointed for; None for nobody.

    >>> closest(Assurance.NONE, Assurance.LIGHT)
    <Assurance.LIGHT: 'light'>
    """
    return max(assurance, intensity or assurance, key=list(Assurance).index)


def shadow_need(category: Category, assurance: Assurance) -> ShadowNeed:
    """G1: a crisis is never without a shadow manager, whatever its assurance; nor is an intensive assignment.

    >>> shadow_need(Category.CRISIS, Assurance.NONE)
    <ShadowNeed.REQUIRED: 'required'>
    """
    if category == Category.CRISIS or assurance == Assurance.INTENSIVE:
        return ShadowNeed.REQUIRED
    return ShadowNeed.FREE if assurance == Assurance.NONE else ShadowNeed.WANTED
