"""The table of contents: what earns points, in the order in which a page shows it.

Each criterion is one function of a candidate and what is wanted, and gives 0..1000 points with the facts they rest on.
"""

from collections.abc import Callable, Mapping

from interregnum.stages.choose.rules.criteria.breakthrough import breakthrough
from interregnum.stages.choose.rules.criteria.capacity import capacity
from interregnum.stages.choose.rules.criteria.category import category_experience
from interregnum.stages.choose.rules.criteria.discipline import discipline
from interregnum.stages.choose.rules.criteria.issue import proven_issue
from interregnum.stages.choose.rules.criteria.level import seniority
from interregnum.stages.choose.rules.criteria.outsider import outsider
from interregnum.stages.choose.rules.criteria.references import references
from interregnum.stages.choose.rules.criteria.role_mix import role_mix
from interregnum.stages.choose.rules.criteria.sector import sector
from interregnum.stages.choose.rules.criteria.speed import first_result
from interregnum.stages.choose.rules.criteria.start import earliest_start
from interregnum.stages.choose.rules.criteria.steadiness import steadiness
from interregnum.stages.choose.rules.criteria.text import same_subjects
from interregnum.stages.choose.rules.values import Candidate, Judged, Wanted

CRITERIA: Mapping[str, Callable[[Candidate, Wanted], Judged]] = {
    "choose.start": earliest_start,
    "choose.issue": proven_issue,
    "choose.category": category_experience,
    "choose.level": seniority,
    "choose.discipline": discipline,
    "choose.sector": sector,
    "choose.role_mix": role_mix,
    "choose.speed": first_result,
    "choose.outsider": outsider,
    "choose.breakthrough": breakthrough,
    "choose.capacity": capacity,
    "choose.text": same_subjects,
    "choose.steadiness": steadiness,
    "choose.references": references,
}
