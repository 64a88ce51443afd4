"""A person fills in or corrects a brief that is not agreed yet."""

from dataclasses import fields
from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.stages.brief.facts import BriefChanged
from interregnum.stages.brief.models import Brief
from interregnum.stages.brief.queries.rows import brief_row, mark_of, values_of
from interregnum.stages.brief.rules.states import BriefState
from interregnum.stages.brief.rules.values import BriefValues, plain_results


@action
def change_brief(*, brief: str, wanted: BriefValues, seen: str = "", by: Actor, at: datetime) -> Refused | None:
    """Keep what is wanted now and note which fields differ; what stays the same leaves no trace.

    `seen`: the mark of what the form began with; what a colleague saved since is not written over unseen.
    """
    row = brief_row(brief, seen_by=by)
    # Held until it is kept: of two who save at once the second is told.
    before = values_of(Brief.objects.select_for_update().get(pk=row.pk))
    changed = [field.name for field in fields(wanted) if getattr(before, field.name) != getattr(wanted, field.name)]
    if changed and seen and seen != mark_of(before):
        return Refused.because("brief.changed_meanwhile")
    # The filter carries the state: of an agreement and a change at once, the agreement stands.
    if not Brief.objects.filter(pk=row.pk, state=BriefState.DRAFT).update(**_columns(wanted)):
        return Refused.because("brief.already_agreed")
    if changed:
        record(BriefChanged(brief=row.code, request=row.request.code, changed=changed), by=by, at=at)
    return None


def _columns(wanted: BriefValues) -> dict[str, object]:
    plain = {name: value for name, value in vars(wanted).items() if name != "role_mix"}
    lists = {name: list(plain[name]) for name in ("reasons", "grounds", "disciplines", "languages")}
    empty = {name: plain[name] or "" for name in ("level", "context", "stakes")}
    return plain | lists | empty | {"results": plain_results(wanted.results)} | vars(wanted.role_mix)
