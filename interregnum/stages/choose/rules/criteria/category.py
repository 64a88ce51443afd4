"""A3: experience with this category of interim management."""

from interregnum.kernel.lists import Category, Context
from interregnum.stages.choose.rules.criteria.proof import worth
from interregnum.stages.choose.rules.values import Candidate, Judged, Wanted


def category_experience(candidate: Candidate, wanted: Wanted) -> Judged:
    """A3: proven cases of the category. E2: in a project, two project cases count as one more."""
    cases = candidate.categories.get(wanted.category, 0)
    beside = candidate.categories.get(Category.PROJECT, 0) // 2 if projects_count(wanted) else 0
    return Judged(worth(cases + beside), {"category": wanted.category.value, "cases": cases, "beside": beside})


def projects_count(wanted: Wanted) -> bool:
    """E2: whether project cases count beside those of the category."""
    return wanted.context is Context.PROJECT and wanted.category is not Category.PROJECT
