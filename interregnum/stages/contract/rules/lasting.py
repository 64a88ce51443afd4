"""What of a contract goes on beyond its days and rates: aftercare, and how often the three sit together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interregnum.kernel.lists import Assurance, Category

# Under these names a contract keeps them; behind each the value of the practice that it is taken from when drawn.
TAKEN_FROM = {
    "aftercare_months": "keep.months",
    "review_weeks_by_assurance": "ensure.review_weeks.assurance",
    "review_weeks_by_category": "ensure.review_weeks.category",
    "review_landing_days": "ensure.review_landing_days",
}


@dataclass(frozen=True, kw_only=True)
class Lasting:
    """As signed. Weeks between two reviews, 0 for none; `aftercare_months` by first, second and third look back."""

    aftercare_months: Mapping[str, int]
    review_weeks_by_assurance: Mapping[str, int]
    review_weeks_by_category: Mapping[str, int]
    review_landing_days: int

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> "Lasting":
        """Raises KeyError when one lacks."""
        return cls(**{name: values[name] for name in TAKEN_FROM})

    @property
    def looks_back(self) -> tuple[int, ...]:
        """Months after the end, the first look back first."""
        return tuple(sorted(self.aftercare_months.values()))

    def weeks_between(self, category: Category, assurance: Assurance) -> int:
        """Weeks from one review to the next: the shorter of what assurance and category ask; 0 for none.

        Without assurance there are none, but in a crisis, which never goes unwatched.
        """
        asked = self.review_weeks_by_assurance[assurance]
        if not asked and category != Category.CRISIS:
            return 0
        return min(weeks for weeks in (asked, self.review_weeks_by_category[category]) if weeks)
