"""The page of signatures, in the language of whoever signed; and what is known of a file."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from interregnum.kernel.period import local_day
from interregnum.people.queries import firm
from interregnum.stages.contract.models import Agreement, Framework
from interregnum.stages.contract.queries.documents import language_of
from interregnum.stages.contract.queries.facts import contract_facts
from interregnum.stages.contract.rules.states import ContractState, Side
from interregnum.stages.contract.texts import LEVEL, PAPER
from interregnum.web.templatetags.web import day, moment


@dataclass(frozen=True)
class Known:
    """What anybody who holds a file may know of it; `is_sealed` is False for the text before the seal.

    `kept_on` and `number` are those of the scan of a paper that we keep: of a contract, or with `is_framework` of a
    framework agreement.
    """

    is_sealed: bool = False
    is_paper: bool = False
    signed_at: datetime | None = None
    sealed_at: datetime | None = None
    kept_on: date | None = None
    number: str = ""
    is_framework: bool = False


def known_file(sha256: str) -> Known | None:
    """None for a file that is not, byte for byte, one of our documents: nothing else is said of it."""
    if (scan := _known_scan(sha256)) is not None:
        return scan
    ours = Q(sealed_sha256=sha256) | Q(document__sha256=sha256)
    row = Agreement.objects.filter(ours).first() or Framework.objects.filter(ours).first()
    if row is None:
        return None
    return Known(row.sealed_sha256 == sha256, bool(row.scan_sha256), row.signed_at, row.sealed_at)


def _known_scan(sha256: str) -> Known | None:
    """The scan of what was signed on paper; of a contract that was taken over it is all that there is."""
    taken_over = Q(document__sha256=sha256, signed_sha256="", scan_sha256="", signed_at__isnull=False)
    scans = Agreement.objects.select_related("contract").filter(Q(scan_sha256=sha256) | taken_over)
    if (row := scans.first()) is not None and row.signed_at:
        return Known(is_paper=True, kept_on=local_day(row.signed_at), number=row.contract.number)
    framework = Framework.objects.filter(scan_sha256=sha256).first()
    if framework is None or framework.signed_at is None:
        return None
    kept_at = framework.drawn_at if framework.is_from_before else framework.signed_at
    return Known(is_paper=True, kept_on=local_day(kept_at), number=framework.number, is_framework=True)


def signatures_of(agreement: Agreement) -> dict[str, Any]:
    """The page of signatures of one side's agreement."""
    facts = contract_facts(agreement.contract.code)
    about = (facts.number, facts.organisation_name, facts.manager_name)
    with override(language := language_of(facts, Side(agreement.side))):
        if agreement.scan_sha256:
            return _page(agreement, _paper(agreement), about=about, words=PAPER, language=language)
        return _page(agreement, _signed(agreement), about=about, words=LEVEL, language=language)


def framework_signatures(row: Framework) -> dict[str, Any]:
    """The page of signatures of a framework agreement."""
    with override(row.language):
        about = (row.number, row.organisation.name)
        rows, words = (_paper(row), PAPER) if row.scan_sha256 else (_signed(row), LEVEL)
        return _page(row, rows, about=about, words=words, language=row.language)


def _page(
    row: Agreement | Framework, rows: list[list[str]], *, about: tuple[str, ...], words: Promise, language: str
) -> dict[str, Any]:
    """What the page says; the network address stays out of it, for a page cannot forget."""
    house = firm()
    if row.authority:
        extract = {"name": row.authority.extract, "day": day(row.authority.extract_on, "long")}
        rows.insert(1, [_("Entitled to sign by"), _("%(name)s of %(day)s") % extract])
    return {
        "language": language,
        "firm": house.name,
        "title": _("Signatures"),
        "subject": "  ·  ".join(about),
        "rows": rows,
        "words": [
            _("%(firm)s sealed this document, with this page, electronically (PAdES).") % {"firm": house.name},
            str(words),
        ],
    }


def _signed(row: Agreement | Framework) -> list[list[str]]:
    how = _("Signed in to an own account, with a code that was mailed to the address of that account")
    return [
        [_("Signed by"), row.signed_name],
        [_("At"), moment(row.signed_at)],
        [_("How"), how],
        [_("What was agreed to"), row.consent],
        [_("Fingerprint of the document before this page (SHA-256)"), row.signed_sha256],
    ]


def _paper(agreement: Agreement | Framework) -> list[list[str]]:
    """What is known of a paper: never as if it had been signed here."""
    return [
        [_("Signed on paper by"), agreement.signed_name],
        [_("On the day that the paper tells"), day(agreement.paper_on, "long")],
        [_("Entitled to sign by"), agreement.entitled],
        [_("How"), _("Signed on paper; the firm keeps the scan since %(at)s") % {"at": moment(agreement.signed_at)}],
        [_("Fingerprint of the scan (SHA-256)"), agreement.scan_sha256],
    ]


def unsealed() -> list[str]:
    """The contracts that both sides signed and of which a document was not sealed yet; one made anew never is."""
    rows = Agreement.objects.filter(contract__state=ContractState.SIGNED, sealed_at=None)
    # What was brought in with its paper was never a document of ours.
    rows = rows.exclude(signed_sha256="", scan_sha256="")
    return list(rows.order_by().values_list("contract__code", flat=True).distinct())


def unsealed_frameworks() -> list[str]:
    """The framework agreements that were signed and not sealed yet."""
    signed = Framework.objects.filter(sealed_at=None).exclude(signed_at=None)
    # One made anew, since somebody in it was erased, never is.
    same = signed.filter(Q(document__sha256=F("signed_sha256")) | Q(scan_sha256__gt="", document__isnull=False))
    return list(same.order_by().values_list("code", flat=True))
