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

__all__ = [
    "AppointPage",
    "Appointed",
    "CandidateView",
    "WithoutShadow",
    "appoint_page",
    "assignments_without_shadow",
    "shadow_of",
    "shadowed_assignments",
]
