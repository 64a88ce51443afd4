"""After a drill: what was acknowledged is there, each step whole, each thing once. Gives back what does not hold."""

import json
from collections import Counter
from pathlib import Path

from django.apps import apps
from django.db.models import Count, Model, QuerySet

from interregnum.files.models import StoredFile
from interregnum.jobs.models import Mail
from interregnum.jobs.states import MailState
from interregnum.journal.models import Entry
from interregnum.stages.ask.models import Request, Triage
from interregnum.stages.brief.models import Brief, BriefVersion
from interregnum.stages.choose.models import Candidacy, Proposal, Shortlist
from interregnum.stages.contract.models import Agreement, Contract
from interregnum.stages.deliver.models import Assignment, MandateLine, MissedWeek, WeeklyReport
from interregnum.web.models import Submission

# Each acknowledged step: the object that it is about, the state after it, and the fact that tells of it.
STEPS: dict[str, tuple[type[Model], dict[str, object], str]] = {
    "asked": (Request, {}, "RequestReceived"),
    "confirmed": (Request, {"state": "confirmed"}, "TriageConfirmed"),
    "passed": (Request, {"brief__isnull": False}, "IntakePassed"),
    "changed": (Brief, {}, "BriefChanged"),
    "agreed": (Brief, {"state": "agreed"}, "BriefAgreed"),
    "drawn": (Shortlist, {}, "ShortlistDrawn"),
    "invited": (Proposal, {}, "ManagersInvited"),
    "answered": (Proposal, {"candidacies__state__in": ["agreed", "chosen"]}, "ManagerAnswered"),
    "sent": (Proposal, {"state__in": ["sent", "accepted"]}, "ProposalSent"),
    "accepted": (Proposal, {"state": "accepted"}, "ProposalAccepted"),
}
# Each fact stands beside exactly as many rows of these.
PAIRS: dict[str, tuple[QuerySet, ...]] = {
    "RequestReceived": (Request.objects.all(), Triage.objects.all()),
    "TriageConfirmed": (Request.objects.filter(state="confirmed"), Triage.objects.exclude(confirmed_at=None)),
    "IntakePassed": (Brief.objects.all(),),
    "BriefDrafted": (Brief.objects.all(),),
    "BriefOffered": (BriefVersion.objects.all(),),
    "BriefAgreed": (BriefVersion.objects.filter(state="approved"),),
    "ShortlistDrawn": (Shortlist.objects.all(),),
    "ManagersInvited": (Proposal.objects.all(),),
    "ManagerAnswered": (Candidacy.objects.exclude(answered_at=None),),
    "ProposalSent": (Proposal.objects.filter(state__in=["sent", "accepted"]),),
    "ProposalAccepted": (Proposal.objects.filter(state="accepted"), Candidacy.objects.filter(state="chosen")),
    "ContractDrawn": (Contract.objects.all(), Contract.objects.annotate(n=Count("agreements")).filter(n=2)),
    "AgreementSigned": (Agreement.objects.exclude(signed_at=None),),
    "ContractSigned": (Contract.objects.filter(state="signed"),),
    "AssignmentOpened": (Assignment.objects.all(), Contract.objects.filter(state="signed")),
    "WeekReported": (WeeklyReport.objects.all(),),
    "ReportMissed": (MissedWeek.objects.all(),),
}
# Of what may be told of one object more than once, as often as it happened: the fact behind each.
CAUSES = {
    "mail/agreement_signed.txt": "AgreementSigned",
    "mail/contract_code.txt": "SigningCodeSent",
    "mail/mandate_set.txt": "MandateSet",
    "mail/report_missing.txt": "ReportMissed",
    "mail/week_late.txt": "ReportMissed",
}


def reckon(ledger: Path) -> list[str]:
    lines = [json.loads(line) for line in ledger.read_text().splitlines()]
    return [*_lost(lines), *_half(), *_twice()]


def _lost(lines: list[list[str]]) -> list[str]:
    """Acknowledged, and not there or not there once."""
    told = Counter(Entry.objects.values_list("kind", "abouts__code"))
    wrong = []
    for step, code, mark in lines:
        if step in STEPS:
            model, state, fact = STEPS[step]
            if not model.objects.filter(code=code, **state).exists() or told[fact, code] != 1:  # type: ignore[attr-defined]
                wrong.append(f"lost or twice: {step} {code}")
        if step == "asked" and Request.objects.filter(text__contains=mark).count() != 1:
            wrong.append(f"not once: the request {mark}")
        if step == "changed" and not Brief.objects.filter(code=code, problem__contains=mark).exists():
            wrong.append(f"lost: the change {mark} of {code}")
        if step == "signed" and not Agreement.objects.filter(contract__code=code, side=mark, signed_at__isnull=False):
            wrong.append(f"lost: the signature of the {mark} under {code}")
    return wrong + _lost_weeks(lines, told)


def _lost_weeks(lines: list[list[str]], told: Counter[tuple[str, str]]) -> list[str]:
    """Of what is written over and over, the last one acknowledged stands, or one that was sent after it."""
    sent = Counter((step, code) for step, code, _ in lines)
    wrong = []
    for (step, code), count in sent.items():
        facts = {"mandated": ["MandateSet"], "reported": ["WeekReported", "ReportCorrected"]}.get(step)
        # One more may have been stored without its yes having come through.
        if facts and not count <= sum(told[fact, code] for fact in facts) <= count + 1:
            wrong.append(f"{count} times {step} {code}, and another number of facts")
    return wrong


def _half() -> list[str]:
    """Steps of which a part is there."""
    told = Counter(Entry.objects.values_list("kind", flat=True))
    wrong = [
        f"{told[fact]} times {fact}, {rows.count()} rows of {rows.model.__name__}"
        for fact, tables in PAIRS.items()
        for rows in tables
        if rows.count() != told[fact]
    ]
    opened = Assignment.objects.count()
    if MandateLine.objects.count() != 5 * opened:
        wrong.append("an assignment without its whole mandate")
    if Submission.objects.filter(location="").exists():
        wrong.append("a form that led nowhere")
    if _nobodys_files():
        wrong.append("a file that no row knows of")
    return wrong


def _nobodys_files() -> set[int]:
    """Files that nothing refers to: a worker was killed between the file and its row."""
    known: set[int] = set()
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.related_model is StoredFile and field.concrete:
                known |= set(model._default_manager.values_list(field.attname, flat=True))
    return set(StoredFile.objects.values_list("pk", flat=True)) - known


def _twice() -> list[str]:
    """Mails that were written twice, and those that never left."""
    same = Mail.objects.values("to", "template", "about", "text").annotate(n=Count("pk")).filter(n__gt=1)
    told = Counter(Entry.objects.values_list("kind", "abouts__code"))
    wrong = [
        f"written {row['n']} times: {row['template']} to {row['to']}"
        for row in same
        if row["n"] > told[CAUSES.get(row["template"], ""), row["about"]]
    ]
    waiting = Mail.objects.filter(state__in=[MailState.WAITING, MailState.FAILED]).count()
    return wrong + ([f"{waiting} mails never left"] if waiting else [])
