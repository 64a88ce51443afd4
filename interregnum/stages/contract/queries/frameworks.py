"""The framework agreement with a client: which one holds, who may see it, and its document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from interregnum.files.store import content_of
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.period import local_day
from interregnum.people.authorities import somebody_may_sign
from interregnum.people.models import Contact, Organisation
from interregnum.people.queries import firm
from interregnum.stages.contract.models import Framework, SigningCode
from interregnum.stages.contract.queries.clauses import ClauseText, clauses_as_drawn
from interregnum.stages.contract.queries.documents import Document
from interregnum.stages.contract.queries.downloads import Download
from interregnum.stages.contract.queries.framework_access import (
    framework_of_client,
    framework_row,
    guarded_by,
    is_late,
    late_frameworks,
    visible_frameworks,
    waiting_frameworks,
    why_not_theirs,
)
from interregnum.stages.contract.queries.parties import found_at
from interregnum.stages.contract.queries.shown import shown_values
from interregnum.stages.contract.queries.standing import until
from interregnum.stages.contract.rules.clauses import (
    FurtherTerms,
    GuaranteeTerms,
    Span,
    Unit,
    further_values,
    guarantee_values,
)
from interregnum.stages.contract.rules.kinds import BY_CODE
from interregnum.stages.contract.rules.states import Deed
from interregnum.stages.contract.rules.turns import last_day_to_sign
from interregnum.stages.contract.rules.wording import filled
from interregnum.stages.contract.texts.clauses import DEEDS
from interregnum.web.pieces import Badge, Tone
from interregnum.web.templatetags.web import day

# More than any client ever has.
MOST = 100


@dataclass(frozen=True, kw_only=True)
class FrameworkPage:
    """One framework agreement; `code_until` is until when the code works that was mailed, None without one.

    `until` says the last day to sign it; one that `is_from_before` was signed on paper and has no document of ours.
    `guard` is the name of the colleague who drew it up and may change it, "" where the reader may.
    """

    code: str
    number: str
    organisation_name: str
    contact_name: str
    drawn_at: datetime
    withdrawn_at: datetime | None
    is_ready: bool
    signed_at: datetime | None
    signed_name: str
    sha256: str
    code_until: datetime | None
    organisation: str
    last_day: date | None
    until: str
    state: Badge
    is_lapsed: bool
    end_reason: str
    paper_on: date | None
    entitled: str
    has_scan: bool
    guard: str
    is_from_before: bool

    @property
    def is_open(self) -> bool:
        return self.signed_at is None and self.withdrawn_at is None and not self.is_lapsed

    @property
    def can_sign(self) -> bool:
        return self.is_ready and self.is_open


@dataclass(frozen=True, kw_only=True)
class FrameworksPage:
    """What there is with one client, the newest first.

    `nobody_may_sign`: one waits for a signature, and of nobody there was it recorded that they may give it.
    """

    organisation: str
    organisation_name: str
    nobody_may_sign: bool
    frameworks: tuple[FrameworkPage, ...]


def frameworks_page(organisation: str, *, seen_by: Actor, at: datetime) -> FrameworksPage:
    """Raises Http404 for a client that is not there."""
    row = Organisation.objects.filter(code=organisation).first()
    if row is None:
        raise Http404
    found = frameworks_of(row.code, seen_by=seen_by, on=local_day(at))
    return FrameworksPage(
        organisation=row.code,
        organisation_name=row.name,
        nobody_may_sign=any(each.can_sign for each in found) and not somebody_may_sign(row.code),
        frameworks=found,
    )


def frameworks_of(organisation: str, *, seen_by: Actor, on: date) -> tuple[FrameworkPage, ...]:
    """Those with one client, the newest first; to the client its own alone."""
    rows = list(visible_frameworks(seen_by).filter(organisation__code=organisation)[:MOST])
    holds = _that_holds(organisation)
    return tuple(_page(row, seen_by=seen_by, on=on, holds=holds) for row in rows)


def _that_holds(organisation: str) -> str:
    found = framework_of_client(organisation)
    return found.code if found else ""


def signer_choices(organisation: str) -> list[tuple[str, str]]:
    """The contacts of a client to whom a framework agreement can be mailed."""
    rows = Contact.objects.filter(organisation__code=organisation, is_active=True).exclude(email="")
    return [(row.code, f"{row.name}, {row.function}" if row.function else row.name) for row in rows[:100]]


def own_framework_page(code: str, *, seen_by: Actor, at: datetime) -> FrameworkPage:
    row = framework_row(code, seen_by=seen_by)
    codes = SigningCode.objects.filter(framework=row, account__code=seen_by.code, used_at=None, expires_at__gt=at)
    return _page(
        row,
        seen_by=seen_by,
        on=local_day(at),
        holds=_that_holds(row.organisation.code),
        code_until=codes.values_list("expires_at", flat=True).first(),
    )


def frameworks_to_sign(*, seen_by: Actor, at: datetime) -> tuple[FrameworkPage, ...]:
    """For the client's home: what waits for a signature."""
    if seen_by.role != Role.CLIENT:
        return ()
    on = local_day(at)
    rows = visible_frameworks(seen_by).filter(pk__in=waiting_frameworks()).exclude(document=None)
    return tuple(_page(row, seen_by=seen_by, on=on) for row in rows.exclude(pk__in=late_frameworks(on))[:5])


def frameworks_waiting(*, seen_by: Actor, on: date, most: int) -> tuple[FrameworkPage, ...]:
    """For the bureau's home: what they guard and a client has not signed yet, the first to lapse first."""
    rows = visible_frameworks(seen_by).filter(guarded_by(seen_by), pk__in=waiting_frameworks())
    open_ones = rows.exclude(pk__in=late_frameworks(on)).order_by("lapses_on", "pk")[:most]
    return tuple(_page(row, seen_by=seen_by, on=on) for row in open_ones)


def framework_download(code: str, *, seen_by: Actor) -> Download:
    row = framework_row(code, seen_by=seen_by)
    document = row.sealed or row.document
    if document is None:
        raise Http404
    return Download(document.name, document.media_type, content_of(document))


def framework_scan(code: str, *, seen_by: Actor) -> Download:
    """The scan of one that was signed on paper. Raises Http404 for anything else."""
    scan = framework_row(code, seen_by=seen_by).scan
    if scan is None:
        raise Http404
    return Download(scan.name, scan.media_type, content_of(scan))


def _page(
    row: Framework, *, seen_by: Actor, on: date, holds: str = "", code_until: datetime | None = None
) -> FrameworkPage:
    last = last_day_to_sign(row.lapses_on)
    return FrameworkPage(
        code=row.code,
        number=row.number,
        organisation_name=row.organisation.name,
        contact_name=row.contact.name if row.contact else "",
        drawn_at=row.drawn_at,
        withdrawn_at=row.withdrawn_at,
        is_ready=row.document is not None,
        signed_at=row.signed_at,
        signed_name=row.signed_name,
        sha256=row.scan_sha256 or row.signed_sha256 or (row.document.sha256 if row.document else ""),
        code_until=code_until,
        organisation=row.organisation.code,
        last_day=last,
        until=until(last) if last else "",
        state=_state(row, holds=holds, on=on),
        is_from_before=row.is_from_before,
        is_lapsed=row.is_lapsed or is_late(row, on=on),
        end_reason=row.end_reason,
        paper_on=row.paper_on,
        entitled=row.entitled,
        has_scan=row.scan_id is not None,
        guard=row.drawn_by.name if row.drawn_by and why_not_theirs(row, by=seen_by) is not None else "",
    )


def _state(row: Framework, *, holds: str, on: date) -> Badge:
    if row.signed_at:
        return Badge(_("holds"), Tone.GOOD) if row.code == holds else Badge(_("replaced"))
    if row.is_lapsed or is_late(row, on=on):
        return Badge(_("lapsed"), Tone.BAD)
    if row.withdrawn_at:
        return Badge(_("taken back") if row.end_reason else _("replaced"))
    return Badge(_("to be signed"), Tone.WARN)


def framework_document(code: str) -> Document:
    """Its document in the language of whoever signs it."""
    row = Framework.objects.select_related("organisation", "contact").get(code=code)
    with override(row.language):
        return Document(data=_data(row), day=local_day(row.drawn_at), name=f"{row.number}.pdf")


def _data(row: Framework) -> dict[str, Any]:
    house = firm()
    values = shown_values(_values(row.terms)) | {"client": row.organisation.name, "number": row.number}
    parts = [_clause(part, values) for part in clauses_as_drawn(row.clauses, Deed.FRAMEWORK)]
    offered = _("Offered for signature on %(day)s") % {"day": day(local_day(row.drawn_at), "long")}
    where = (found_at(row.organisation), row.contact.name if row.contact else "")
    return {
        "language": row.language,
        "firm": house.name,
        "kind": str(DEEDS[Deed.FRAMEWORK]),
        "number": row.number,
        "subject": row.organisation.name,
        "drawn": _("Drawn up on %(day)s") % {"day": day(local_day(row.drawn_at), "long")},
        "parties_title": _("Who agree"),
        "parties": [
            [pgettext("agreement", "We"), house.name, found_at(house)],
            [_("You, the client"), row.organisation.name, ", ".join(filter(None, where))],
        ],
        "terms": [
            [pgettext("agreement", "Notice"), values["notice"]],
            [_("Payment"), values["payment"]],
        ],
        "clauses": [part for part in parts if not BY_CODE[part["code"]].is_annex],
        "signing_title": _("Signatures"),
        "signing": [
            {"name": house.name, "lines": [], "note": offered},
            {
                "name": row.organisation.name,
                "lines": [pgettext("agreement", "Name"), pgettext("agreement", "Day")],
                "note": _("Signed in Interregnum, where name, moment and fingerprint are kept."),
            },
        ],
        "annex": _("Annex"),
        "annexes": [
            {"title": part["title"], "paragraphs": [each["text"] for each in part["paragraphs"]]}
            for part in parts
            if BY_CODE[part["code"]].is_annex
        ],
    }


def _values(terms: Mapping[str, Any]) -> dict[str, object]:
    """What the merge fields stand for, of the terms as they were when it was drawn."""
    return {
        "notice": Span(terms["contract.notice_days"], Unit.DAYS),
        "payment": Span(terms["contract.payment_days"], Unit.DAYS),
        **guarantee_values(GuaranteeTerms.from_values(terms["contract.guarantee"])),
        **further_values(FurtherTerms.from_values(terms["contract.terms"])),
    }


def _clause(clause: ClauseText, values: Mapping[str, str]) -> dict[str, Any]:
    paragraphs = [{"text": part.text, "quote": part.quote} for part in filled(clause.text, values)]
    return {"code": clause.code, "title": clause.title, "paragraphs": paragraphs}
