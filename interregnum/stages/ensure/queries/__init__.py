"""What pages, desks and later stages may know of who watches over an assignment."""

from interregnum.stages.ensure.queries.appointments import (
    Appointed,
    AppointPage,
    CandidateView,
    WithoutShadow,
    appoint_page,
    assignments_without_shadow,
    shadow_of,
)
from interregnum.stages.ensure.queries.desk import shadowed_assignments
from interregnum.stages.ensure.queries.review_desks import ReviewWanted, WaitingReview, reviews_waiting

__all__ = [
    "AppointPage",
    "Appointed",
    "CandidateView",
    "ReviewWanted",
    "WaitingReview",
    "WithoutShadow",
    "appoint_page",
    "assignments_without_shadow",
    "reviews_waiting",
    "shadow_of",
    "shadowed_assignments",
]
