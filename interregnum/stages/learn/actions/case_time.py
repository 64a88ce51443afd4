"""What time does to the cases of the library: one reminder, the end of a consent, texts that go."""

from datetime import datetime, timedelta

from interregnum.journal.record import action, record
from interregnum.kernel.actor import HOUSE
from interregnum.kernel.period import local_day
from interregnum.parameters.values import value
from interregnum.stages.deliver.queries.visible import assignment_of
from interregnum.stages.learn.actions.case_consent import DAYS, ask_client
from interregnum.stages.learn.case_facts import LibraryCaseExpired, LibraryCaseForgotten
from interregnum.stages.learn.models import Case, CaseConsent
from interregnum.stages.learn.rules.case_states import CaseState

# A text that nobody is shown, and about which nobody is asked.
IDLE = (CaseState.DRAFT, CaseState.DECLINED, CaseState.CHANGE, CaseState.WITHDRAWN, CaseState.EXPIRED)


def keep_library(at: datetime) -> int:
    """Each night; returns how many cases changed or were asked about once more. Safe to run again."""
    on, days = local_day(at), value(DAYS, on=local_day(at))
    silent = CaseConsent.objects.filter(state=CaseState.ASKED, reminded_at=None, case__state=CaseState.ASKED)
    late = silent.filter(asked_at__lte=at - timedelta(days=days["remind"])).select_related("case")
    done = sum(_remind(row, at=at) for row in late)
    over = Case.objects.filter(state=CaseState.AGREED, live_until__lt=on).select_related("assignment")
    done += sum(_expire(row, at=at) for row in over)
    idle = Case.objects.filter(state__in=IDLE, changed_at__lt=at - timedelta(days=days["forget"]))
    return done + sum(_forget(row, at=at) for row in idle.select_related("assignment"))


@action
def _remind(row: CaseConsent, *, at: datetime) -> bool:
    """Once a text, and then never again."""
    if not CaseConsent.objects.filter(pk=row.pk, reminded_at=None).update(reminded_at=at):
        return False
    ask_client(assignment_of(row.assignment, seen_by=HOUSE), row.version, is_again=True)
    return True


@action
def _expire(row: Case, *, at: datetime) -> bool:
    told = {"state": CaseState.EXPIRED, "on_site": False, "in_proposals": False, "changed_at": at}
    if not Case.objects.filter(pk=row.pk, state=CaseState.AGREED, live_until=row.live_until).update(**told):
        return False
    CaseConsent.objects.filter(case=row, version=row.version).update(state=CaseState.EXPIRED)
    record(LibraryCaseExpired(assignment=row.assignment.code, version=row.version), by=HOUSE, at=at)
    return True


@action
def _forget(row: Case, *, at: datetime) -> bool:
    """The texts go with the case; what the client said of each stays."""
    if not Case.objects.filter(pk=row.pk, state=row.state, changed_at=row.changed_at).delete()[0]:
        return False
    record(LibraryCaseForgotten(assignment=row.assignment.code, version=row.version), by=HOUSE, at=at)
    return True
