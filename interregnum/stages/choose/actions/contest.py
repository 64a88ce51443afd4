"""A manager contests how he or she was weighed, and somebody else than who decided answers."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.kernel.refused import Reason, Refused
from interregnum.parameters.values import value
from interregnum.people.models import Account
from interregnum.people.post import write_to
from interregnum.people.site import link_to
from interregnum.stages.choose.actions.draw_shortlist import draw_shortlist
from interregnum.stages.choose.facts import ChoiceContested, ContestAnswered
from interregnum.stages.choose.letters import language_of, objects_of_brief
from interregnum.stages.choose.models import Contest, Shortlist
from interregnum.stages.choose.queries.considered import considered_row, decided_on
from interregnum.stages.choose.queries.contests import contest_row, deciders_of
from interregnum.stages.choose.rules.contest import last_day, may_answer, may_contest
from interregnum.stages.choose.rules.states import ContestState
from interregnum.web.templatetags.web import day


@action
def contest_choice(*, shortlist: str, words: str, by: Actor, at: datetime) -> str | Refused:
    """A manager on a list says what was read or weighed wrongly, once; returns the contest's code."""
    listed, on = considered_row(shortlist, seen_by=by), local_day(at)
    days, decided = value("choose.contest_days", on=on), decided_on(listed.shortlist)
    if not may_contest(on, decided, days=days):
        return Refused((Reason("choose.contest_late", facts={"day": day(last_day(decided, days=days))}),))
    if not words.strip():
        return Refused.because("choose.contest_empty", "words")
    due_on = on + timedelta(days=value("choose.contest_answer_days", on=on))
    try:
        with transaction.atomic():
            row = Contest.objects.create(
                shortlist=listed.shortlist,
                manager=listed.manager,
                words=words.strip(),
                contested_at=at,
                due_on=due_on,
            )
    except IntegrityError:
        return Refused.because("choose.contested_already")
    for account in answerers_of(row.shortlist):
        _tell(row, account, "mail/choose_contested.txt")
    record(ChoiceContested(**_about(row)), by=by, at=at)
    return str(row.code)


@action
def answer_contest(*, contest: str, upheld: bool, answer: str, by: Actor, at: datetime) -> Refused | None:
    """The manager was right and the list is drawn again, or the choice stands, with the reason."""
    row = contest_row(contest, seen_by=by)
    if not may_answer(by.code, deciders_of(row.shortlist)):
        return Refused.because("choose.contest_own")
    if not answer.strip():
        return Refused.because("choose.contest_no_reason", "answer")
    state = ContestState.UPHELD if upheld else ContestState.REJECTED
    who = Account.objects.get(code=by.code)
    # The filter carries the old state: of two people at once, one is first.
    waiting = Contest.objects.filter(pk=row.pk, state=ContestState.OPEN)
    if not waiting.update(state=state, answer=answer.strip(), answered_at=at, answered_by=who):
        return Refused.because("choose.contest_answered")
    redrawn = draw_shortlist(brief=row.shortlist.brief.code, by=by, at=at) if upheld else ""
    if isinstance(redrawn, Refused):
        return redrawn
    if redrawn:
        Contest.objects.filter(pk=row.pk).update(redrawn=Shortlist.objects.get(code=redrawn))
    write_to(
        email=row.manager.email,
        language=language_of(row.manager),
        template="mail/choose_contest_answered.txt",
        about=(row.code, row.manager.code),
        name=row.manager.name,
        link=link_to("manager:choose-considered", row.shortlist.code),
    )
    record(ContestAnswered(**_about(row), upheld=upheld, redrawn=redrawn), by=by, at=at)
    return None


def remind_of_contests(at: datetime) -> int:
    """Write to who must answer, some days before the answer is due; once, however often this runs."""
    on = local_day(at)
    soon = on + timedelta(days=value("choose.contest_remind_days", on=on))
    rows = Contest.objects.filter(state=ContestState.OPEN, due_on__lte=soon)
    along = ("shortlist__brief__request__owner", "shortlist__brief__request__organisation", "shortlist__drawn_by")
    return sum(_remind(row) for row in rows.select_related("manager", *along))


@action
def _remind(row: Contest) -> int:
    accounts = answerers_of(row.shortlist)
    for account in accounts:
        _tell(row, account, "mail/choose_contest_due.txt", name_once=f"contest_due {row.code} {account.code}")
    return len(accounts)


def answerers_of(row: Shortlist) -> list[Account]:
    """Who guards the request and the partners, without who decided; all partners when nobody else is left."""
    deciders, owner = deciders_of(row), row.brief.request.owner
    people = {
        account.pk: account
        for account in Account.objects.filter(is_active=True, seats__role=Role.PARTNER).order_by("pk")
    }
    if owner is not None and owner.is_active:
        people[owner.pk] = owner
    others = [account for account in people.values() if may_answer(account.code, deciders)]
    return others or list(people.values())


def _tell(row: Contest, account: Account, template: str, *, name_once: str | None = None) -> None:
    write_to(
        email=account.email,
        language=account.language,
        template=template,
        about=(row.code, row.shortlist.code, *objects_of_brief(row.shortlist.brief)),
        name_once=name_once,
        name=account.name,
        day=row.due_on,
        link=link_to("bureau:choose-contest", row.code),
    )


def _about(row: Contest) -> dict[str, str]:
    brief = row.shortlist.brief
    return {
        "contest": row.code,
        "shortlist": row.shortlist.code,
        "brief": brief.code,
        "request": brief.request.code,
        "manager": row.manager.code,
    }
