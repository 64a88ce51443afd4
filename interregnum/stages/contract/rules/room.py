"""Whether one manager's assignments exclude each other: the days of a week that are left in weeks that overlap."""

from collections.abc import Sequence

from interregnum.stages.choose.rules.weeks import Engagement


def has_room(wanted: Engagement, taken: Sequence[Engagement], *, offered: int) -> bool:
    """Whether the days a week that are `wanted` fit beside those `taken`, of those that a manager offers.

    Nobody is kept from a first assignment: how many days it may be was looked at when the manager was proposed.
    """
    beside = [each for each in taken if each.days and each.period.overlaps(wanted.period)]
    if not beside:
        return True
    # The week in which most days are taken begins where one of them begins, or the wanted one itself.
    begins = [max(each.period.first, wanted.period.first) for each in beside]
    most = max(sum(each.days for each in beside if day in each.period) for day in begins)
    return most + wanted.days <= offered
