"""The clauses of an agreement, in their order, with the merge fields of each: what a partner may write, and must."""

from dataclasses import dataclass, replace

from interregnum.kernel.lists import Assurance
from interregnum.stages.contract.rules.costs import Expenses
from interregnum.stages.contract.rules.states import Deed

# Fields that any clause may use.
EVERYWHERE = ("client", "manager", "number")
# What somebody else wrote, of any length: it stands as a quotation below the words before it.
BLOCKS = frozenset({"problem", "result"})


@dataclass(frozen=True, kw_only=True)
class ClauseKind:
    """`bound`: the fields by which the software acts, so that no words may lack them; `free` may be used or not.

    A clause may be emptied, and is then left out, unless it `must_stay`. An annex stands behind
    the signatures and has no number.
    """

    code: str
    bound: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    must_stay: bool = False
    is_annex: bool = False
    everywhere: tuple[str, ...] = EVERYWHERE

    @property
    def may_be_empty(self) -> bool:
        return not self.must_stay

    @property
    def fields(self) -> tuple[str, ...]:
        return (*self.bound, *self.free, *self.everywhere)


CLAUSES: tuple[ClauseKind, ...] = (
    ClauseKind(code="scope"),
    ClauseKind(code="assignment", bound=("category", "problem"), free=("result",), must_stay=True),
    ClauseKind(code="term", bound=("first", "last", "days"), must_stay=True),
    ClauseKind(code="fee", bound=("rate",), must_stay=True),
    ClauseKind(code="indexation", bound=("indexation",)),
    ClauseKind(code="expenses"),
    ClauseKind(code="expenses_capped", bound=("cap",), must_stay=True),
    ClauseKind(code="expenses_included", must_stay=True),
    ClauseKind(code="payment", bound=("payment",), must_stay=True),
    ClauseKind(code="paid_when_paid", bound=("wait",)),
    ClauseKind(code="conditions"),
    ClauseKind(code="working"),
    ClauseKind(code="absence", bound=("absence",)),
    ClauseKind(code="reporting"),
    ClauseKind(code="hours", bound=("silence",)),
    ClauseKind(code="shadow", bound=("reviews",)),
    ClauseKind(code="no_shadow"),
    ClauseKind(
        code="guarantee",
        bound=("profiles_within", "start_within", "handover", "improvement", "decide_within"),
        must_stay=True,
    ),
    ClauseKind(code="notice", bound=("notice",), must_stay=True),
    ClauseKind(code="interests"),
    ClauseKind(code="solicitation", bound=("solicitation", "takeover")),
    ClauseKind(code="confidentiality"),
    ClauseKind(code="data"),
    ClauseKind(code="handover"),
    ClauseKind(code="property"),
    ClauseKind(code="aftercare", bound=("aftercare",)),
    ClauseKind(code="liability", bound=("liability",)),
    ClauseKind(code="insurance", bound=("insured",)),
    ClauseKind(code="further"),
    ClauseKind(code="framework", bound=("framework", "framework_day")),
    ClauseKind(code="precedence"),
    ClauseKind(code="disputes", must_stay=True),
    ClauseKind(code="signature", must_stay=True),
    ClauseKind(code="annex_data", bound=("breach",), is_annex=True),
)
BY_CODE = {kind.code: kind for kind in CLAUSES}


def kind_of(deed: Deed, code: str) -> ClauseKind:
    """A clause in one agreement. A framework knows no manager: it is there before any assignment."""
    if deed == Deed.FRAMEWORK:
        return replace(BY_CODE[code], everywhere=tuple(name for name in EVERYWHERE if name != "manager"))
    return BY_CODE[code]


def codes_for(
    assurance: Assurance,
    *,
    has_framework: bool = False,
    silence_approves: bool = False,
    manager_waits: bool = False,
    expenses: Expenses = Expenses.AT_COST,
) -> tuple[str, ...]:
    """G2: an assignment has a shadow manager or not, stands under a framework or not; its agreements say which.

    `silence_approves`: hours that nobody answered count as approved after a while; `manager_waits`: the manager is paid
    when the client has paid, which only the manager's agreement can say; `expenses`: which clause about them is there.

    >>> "no_shadow" in codes_for(Assurance.NONE), "shadow" in codes_for(Assurance.NONE)
    (True, False)
    """
    others = {
        "scope",
        "shadow" if assurance == Assurance.NONE else "no_shadow",
        "precedence" if has_framework else "framework",
        *(() if silence_approves else ("hours",)),
        *(() if manager_waits else ("paid_when_paid",)),
        *(one for one in Expenses if one != expenses),
    }
    return tuple(kind.code for kind in CLAUSES if kind.code not in others)


NOT_IN_A_FRAMEWORK = {"framework", "precedence", "hours", "paid_when_paid", *Expenses}
FRAMEWORK_CODES = tuple(kind.code for kind in CLAUSES if kind.code not in NOT_IN_A_FRAMEWORK)
