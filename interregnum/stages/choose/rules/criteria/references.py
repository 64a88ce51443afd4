"""People who can be called."""

from interregnum.stages.choose.rules.criteria.proof import worth
from interregnum.stages.choose.rules.values import Candidate, Judged, Wanted


def references(candidate: Candidate, wanted: Wanted) -> Judged:
    """Cases of which a referee can tell, of whatever kind."""
    return Judged(worth(candidate.cases_with_referee), {"with_referee": candidate.cases_with_referee})
