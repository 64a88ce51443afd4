"""The forms of signing a contract, and of who may do so for a client."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from interregnum.files.store import keep
from interregnum.kernel.actor import Role
from interregnum.kernel.period import local_day
from interregnum.parameters.values import set_value
from interregnum.people.models import Contact
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.contract.actions.frameworks import draw_framework
from interregnum.stages.contract.models import Agreement, Contract, Framework
from interregnum.stages.contract.queries.indexing import INDEX
from interregnum.stages.deliver.rules.relation import Question
from tests.world import NOW

# Which gate stands in an address.
GATES = {
    "bureau:deliver-gate": {"gate": "relation"},
    "client:deliver-gate": {"gate": "successor"},
    "bureau:deliver-gate-document": {"gate": "works_council"},
    "bureau:deliver-override": {"gate": "relation"},
}

FORMS_OF_SIGNING: dict[str, dict[str, Any]] = {
    "bureau:people-authority": {
        "scope": "alone",
        "basis": "register",
        "extract": "Uittreksel 2",
        "extract_on": "2026-03-01",
        "told_by": "De secretaris",
    },
    "bureau:contract-clause": {
        "title_nl": "Nazorg",
        "text_nl": "Een jaar lang, na {aftercare}.",
        "title_en": "Aftercare",
        "text_en": "For a year, after {aftercare}.",
        "valid_from": "2030-01-01",
        "note": "Korter.",
        "seen": "2",
    },
    "client:contract-framework": {"do": "code"},
    "bureau:deliver-gate": {"construct": "own_business"} | {question.value: "no" for question in Question},
    "client:deliver-gate": {"answer": "positive", "answered_on": "2026-03-01", "note": "Nora, teamleider."},
    "bureau:deliver-take-over": {
        "client": "Bank De Proef",
        "manager": "max@example.org",
        "category": "bridging",
        "level": "middle",
        "problem": "Het hoofd is weg.",
        "result_wanted": "De afdeling draait door.",
        "starts_on": "2025-11-03",
        "ends_on": "2026-08-28",
        "days_a_week": "4",
        "client_rate": "1250",
        "manager_rate": "1000",
        "notice_days": "30",
        "payment_days": "30",
        "profile_hours": "48",
        "start_working_days": "5",
        "handover_days": "3",
        "improvement_weeks": "3",
        "decision_working_days": "2",
        "hours_billed": "412.5",
    },
    "bureau:deliver-override": {"reason": "Het kan niet wachten."},
    "shadow:deliver-feasibility": {"verdict": "feasible", "reason": "Te doen."},
    "client:contract-contract": {"do": "code"},
    "bureau:contract-amend": {
        "holds_from": "2026-03-16",
        "ends_on": "2026-10-30",
        "days_a_week": "2",
        "client_rate": "1250",
        "manager_rate": "1000",
        "decided_by": "Carla Klant",
        "reason": "Het resultaat is er nog niet.",
    },
    "bureau:contract-index": {"holds_from": "2026-06-01", "percent": "2"},
    **{f"{desk}:contract-ending": {"wish": "stop", "words": "Dank."} for desk in ("bureau", "client", "manager")},
    **{f"{desk}:contract-leaving": {"leaving": "resigns", "last_day": "2026-06-19"} for desk in ("bureau", "manager")},
    **{f"{desk}:contract-absence": {"since": "2026-03-09"} for desk in ("bureau", "manager")},
    "client:contract-absence": {"choice": "wait"},
    **{f"{desk}:contract-notice": {"last_day": "2026-06-19"} for desk in ("bureau", "client")},
    "bureau:contract-withdraw": {"reason": "De opdracht is een andere geworden."},
    "bureau:contract-anew": {"starts_on": "2026-04-07"},
    "bureau:contract-framework-withdraw": {"reason": "De voorwaarden zijn andere geworden."},
    "manager:contract-contract": {"do": "code"},
}
WHOM_OF_SIGNING: dict[str, tuple[Role, str]] = {
    "bureau:people-authority": (Role.ACCOUNT_MANAGER, "asked"),
    "bureau:contract-clause": (Role.PARTNER, "asked"),
    "bureau:contract-frameworks": (Role.ACCOUNT_MANAGER, "asked"),
    "client:contract-framework": (Role.CLIENT, "asked"),
    "bureau:deliver-take-over": (Role.ACCOUNT_MANAGER, "asked"),
    "bureau:deliver-gate": (Role.ACCOUNT_MANAGER, "accepted"),
    "client:deliver-gate": (Role.CLIENT, "accepted"),
    "bureau:deliver-override": (Role.PARTNER, "accepted"),
    "shadow:deliver-feasibility": (Role.SHADOW, "guarded"),
    "client:contract-contract": (Role.CLIENT, "accepted"),
    "manager:contract-contract": (Role.MANAGER, "half_signed"),
    "bureau:contract-withdraw": (Role.ACCOUNT_MANAGER, "accepted"),
    "bureau:contract-framework-withdraw": (Role.ACCOUNT_MANAGER, "asked"),
    "bureau:contract-amend": (Role.ACCOUNT_MANAGER, "signed"),
    "bureau:contract-index": (Role.ACCOUNT_MANAGER, "signed"),
    "bureau:contract-ending": (Role.ACCOUNT_MANAGER, "signed"),
    "client:contract-ending": (Role.CLIENT, "signed"),
    "manager:contract-ending": (Role.MANAGER, "signed"),
    "bureau:contract-leaving": (Role.ACCOUNT_MANAGER, "signed"),
    "manager:contract-leaving": (Role.MANAGER, "signed"),
    "bureau:contract-absence": (Role.ACCOUNT_MANAGER, "reported"),
    "client:contract-absence": (Role.CLIENT, "reported"),
    "manager:contract-absence": (Role.MANAGER, "reported"),
    "bureau:contract-notice": (Role.ACCOUNT_MANAGER, "reported"),
    "client:contract-notice": (Role.CLIENT, "reported"),
    "bureau:contract-framework-paper": (Role.ACCOUNT_MANAGER, "asked"),
    "bureau:contract-framework-earlier": (Role.ACCOUNT_MANAGER, "asked"),
    "bureau:contract-paper": (Role.ACCOUNT_MANAGER, "accepted"),
    "bureau:contract-anew": (Role.ACCOUNT_MANAGER, "accepted"),
}
OBJECTS_OF_SIGNING = {
    f"{desk}:contract-{page}": "contract"
    for desk in ("bureau", "client", "manager")
    for page in ("contract", "document", "word", "scan", "papers", "ending")
} | {
    **{f"bureau:contract-{page}": "contract" for page in ("withdraw", "anew", "paper", "amend", "index", "leaving")},
    "manager:contract-leaving": "contract",
    **{f"{desk}:contract-notice": "contract" for desk in ("bureau", "client")},
    **{f"{desk}:contract-absence": "contract" for desk in ("bureau", "client", "manager")},
    **{f"{desk}:deliver-gates": "contract" for desk in ("bureau", "client", "manager", "shadow")},
    **dict.fromkeys(GATES, "contract"),
    "shadow:deliver-feasibility": "contract",
}
# What else than one object's code stands in an address.
MORE_OF_SIGNING = {f"bureau:contract-{page}": {"side": "client"} for page in ("document", "word", "scan", "paper")}


def over_for_now(life: Any) -> None:
    """The contract of this life was taken back, as long as nobody has signed: what drawing it anew needs."""
    drawn = Contract.objects.filter(code=life.contract, state="drawn")
    if drawn.exists():
        drawn.update(state="withdrawn")
        Candidacy.objects.filter(code=life.candidacy).update(state="released")


def let_be_indexed(life: Any) -> None:
    """The index rose, and both signed that the rate stays for a month alone."""
    row = Contract.objects.get(code=life.contract)
    if row.terms.get("indexation_months") == 1:
        return
    set_value(INDEX, 30, valid_from=NOW.date(), source="proef")
    row.terms = row.terms | {"indexation_months": 1}
    row.save(update_fields=["terms"])


def away_for_long(life: Any) -> None:
    here = Contract.objects.filter(code=life.contract, absent_since=None)
    if here.exists():
        here.update(absent_since="2026-02-02")


def waits(life: Any) -> None:
    """The contract of this life has no last day to be signed: that of the lives has passed."""
    unsigned = Contract.objects.filter(code=life.contract, state="drawn")
    if unsigned.exists():
        unsigned.update(lapses_on=None)


READY_OF_SIGNING = {
    "bureau:contract-anew": over_for_now,
    "bureau:contract-index": let_be_indexed,
    "client:contract-absence": away_for_long,
    **dict.fromkeys(
        [*(f"{desk}:contract-contract" for desk in ("bureau", "client", "manager")), "bureau:contract-paper"], waits
    ),
}


def paper_form() -> dict[str, Any]:
    """A paper that Carla signed, with its scan."""
    scan = SimpleUploadedFile("scan.png", picture(), "image/png")
    return {"signed_name": "Carla Klant", "paper_on": "2026-03-02", "entitled": "Uittreksel 1", "file": scan}


def framework_paper_form() -> dict[str, Any]:
    """It is drawn up on the very day, so the paper is of today."""
    return paper_form() | {"paper_on": local_day(timezone.now()).isoformat()}


WITH_FILES_OF_SIGNING = {
    "bureau:contract-paper": paper_form,
    "bureau:contract-framework-paper": framework_paper_form,
    "bureau:contract-framework-earlier": lambda: paper_form() | {"number": "RO-2019-12"},
}


def picture() -> bytes:
    """A small white page."""
    page = io.BytesIO()
    Image.new("L", (60, 80), 255).save(page, "PNG")
    return page.getvalue()


def had_of_signing(life: Any) -> None:
    """Both sides signed on paper as well, and so a framework agreement, so that there is a scan to fetch."""
    scan = keep(name="scan.jpg", content=b"\xff\xd8\xff scan", media_type="image/jpeg", at=NOW)
    Agreement.objects.filter(contract__code=life.contract).update(scan=scan)
    Framework.objects.filter(code=framework_of(life)).update(scan=scan)
    let_be_indexed(life)
    away_for_long(life)


def objects_of_signing(life: Any) -> dict[str, dict[str, str]]:
    return {
        "bureau:people-authority": {"code": life.cast.contact.code},
        "bureau:contract-clause": {"deed": "client", "code": "aftercare"},
        "bureau:contract-frameworks": {"code": life.cast.bank.code},
        "bureau:contract-framework-earlier": {"code": life.cast.bank.code},
    }


def framework_of(life: Any) -> str:
    """The framework agreement that lies with this client, drawn up when a test first asks for it."""
    row = Framework.objects.filter(organisation=life.cast.bank).first()
    if row is None:
        anton = life.cast.actor(life.cast.anton)
        signer = Contact.objects.filter(organisation=life.cast.bank).exclude(email="").latest("pk")
        about = {"organisation": life.cast.bank.code, "contact": signer.code}
        return str(draw_framework(**about, by=anton, at=timezone.now()))
    return row.code


MADE_OF_SIGNING = dict.fromkeys(
    (
        "bureau:contract-framework-document",
        "bureau:contract-framework-withdraw",
        "bureau:contract-framework-word",
        "bureau:contract-framework-paper",
        "bureau:contract-framework-scan",
        "client:contract-framework-scan",
        "client:contract-framework-word",
        "client:contract-framework",
        "client:contract-framework-document",
    ),
    framework_of,
)


def scans() -> dict[str, SimpleUploadedFile]:
    """What was signed on paper, of both sides."""
    return {name: SimpleUploadedFile("contract.png", picture()) for name in ("client_scan", "manager_scan")}
