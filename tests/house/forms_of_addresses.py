"""For each address: the objects in it, and a form that does something when the right person sends it."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from interregnum.jobs.models import Mail
from interregnum.kernel.actor import Role
from interregnum.people.models import Import
from interregnum.records.models import DataRequest
from tests.house import forms_of_guarantee as guarantee
from tests.house import forms_of_handover as handover
from tests.house import forms_of_learning as learning
from tests.house import forms_of_payables as invoices
from tests.house import forms_of_profiles as profiles
from tests.house import forms_of_pulses as pulses
from tests.house.forms_of_asking import FORMS_OF_ASKING, OBJECTS_OF_ASKING, WHOM_OF_ASKING
from tests.house.forms_of_assignments import (
    FORMS_OF_STAKES,
    MADE_OF_STAKES,
    OBJECTS_OF_ASSIGNMENTS,
    PLAN,
    WHOM_OF_STAKES,
    stakeholder_of,
)
from tests.house.forms_of_briefs import FORMS_OF_BRIEFS, OBJECTS_OF_BRIEFS, WHOM_OF_BRIEFS, offered_again
from tests.house.forms_of_choosing import (
    FORMS_OF_CHOOSING,
    MADE_OF_CHOOSING,
    OBJECTS_OF_CHOOSING,
    WHOM_OF_CHOOSING,
    after_a_talk,
    more_of_choosing,
)
from tests.house.forms_of_notebook import (
    FORMS_OF_NOTEBOOK,
    MADE_OF_NOTEBOOK,
    OBJECTS_OF_NOTEBOOK,
    WHOM_OF_NOTEBOOK,
)
from tests.house.forms_of_reviews import FORMS_OF_REVIEWS, MADE_OF_REVIEWS, OBJECTS_OF_REVIEWS, WHOM_OF_REVIEWS
from tests.house.forms_of_signing import (
    FORMS_OF_SIGNING,
    GATES,
    MADE_OF_SIGNING,
    MORE_OF_SIGNING,
    OBJECTS_OF_SIGNING,
    READY_OF_SIGNING,
    WHOM_OF_SIGNING,
    WITH_FILES_OF_SIGNING,
    objects_of_signing,
    scans,
)
from tests.world import PASSWORD, WORK

QUIET = {"quiet_begins": "20", "quiet_ends": "7"}
ORGANISATION = {"name": "Stichting Proefstuk", "sector": "pension", "city": "Zwolle", "kvk": "12345678"}
CONTACT = {"name": "Piet Proef", "function": "Directeur", "email": "piet@example.org", "language": "nl"}
FORMS: dict[str, dict[str, Any]] = {
    "bureau:note-new": {"kind": "call", "text": "Belt terug."},
    "bureau:people-invite": {
        "name": "Nora Nieuw",
        "email": "nora@example.org",
        "role": "shadow",
        "language": "nl",
        "organisation": "",
    },
    "bureau:people-roster-views": {"name": "Vrij per maart", "query": "available=now"},
    "bureau:people-client-new": ORGANISATION,
    "bureau:people-client-edit": ORGANISATION,
    "bureau:people-contact-new": CONTACT,
    "bureau:people-contact-edit": CONTACT,
    "bureau:journal": {"once": "bewijs"},
    "bureau:firm": {"name": "Voorbeeld Interim", "city": "Zwolle"},
    "bureau:firm-look": {"first": "en"},
    "bureau:firm-mail": {"mail_port": "587", "mail_encryption": "starttls", **QUIET},
    "bureau:people-import": {"name": "0", "contact_email": "1"},
    "bureau:lists": {"list": "disciplines", "code": "sales", "do": "up"},
    "bureau:list-entry": {"name_nl": "Risicobeheer", "name_en": "Risk management"},
    "bureau:hold": {"reason": "Een geschil."},
    "bureau:data-request": {"do": "refuse", "reason": "Wij kennen u niet."},
    "account-groups": {"age": "fifties", "gender": "woman"},
    "account-data": {"wanted": "access"},
    "front:own-data": {"wanted": "access", "name": "Vera", "email": "vera@example.org"},
    "bureau:people-person": {"do": "close"},
    "bureau:people-screening": {
        "kind": "conduct",
        "purpose": "Een bank vraagt erom.",
        "basis": "interest",
        "detail": "Verklaring van 1 maart.",
    },
    **FORMS_OF_CHOOSING,
    **profiles.FORMS_OF_PROFILES,
    **FORMS_OF_SIGNING,
    **FORMS_OF_STAKES,
    **FORMS_OF_NOTEBOOK,
    **FORMS_OF_REVIEWS,
    **(learning.FORMS_OF_LEARNING | handover.FORMS_OF_HANDOVER),
    **(guarantee.FORMS_OF_GUARANTEE | pulses.FORMS_OF_PULSES | invoices.FORMS_OF_INVOICES),
    "bureau:jobs": {"job": "00000000-0000-4000-8000-000000000000"},
    "bureau:mail-one": {"to": "carla@example.org"},
    "mail_wishes": {
        "kind_request_answered": "digest",
        "kind_plan_proposed": "at_once",
        "kind_week_reported": "never",
        "kind_assignment_opened": "at_once",
        "kind_assignment_started": "digest",
        "kind_shadow_named": "at_once",
        "digest_hour": "8",
        "language": "nl",
        **(QUIET | {"kind_expense_asked": "digest"}),
    },
    **FORMS_OF_ASKING,
    **FORMS_OF_BRIEFS,
    "bureau:contract-contract": {"once": "vraag"},
    "bureau:deliver-mandate": profiles.MANDATE,
    "bureau:ensure-appoint": {"reason": "Kent het vak.", "is_independent": "on"},
    "client:deliver-plan": {"do": "agree", "version": "1"},
    "client:deliver-report": {"once": "gelezen"},
    "client:deliver-decision": {"do": "agree"},
    "client:deliver-hours-week": {"do": "approve", "version": "1"},
    "manager:deliver-hours": {"do": "send", "version": "0", "day_0": "8", "day_1": "7:30"},
    "manager:deliver-plan": PLAN,
    "manager:deliver-report": profiles.WEEK,
    "account_change_password": {
        "oldpassword": PASSWORD,
        "password1": "een-heel-ander-lang-woord",
        "password2": "een-heel-ander-lang-woord",
    },
    "set_language": {"language": "en", "next": "/"},
}
# The person and the step of a life at which the form of an address does its work.
FORM_OF_WHOM: dict[str, tuple[Role, str]] = {
    "front:ask-problem": (Role.VISITOR, "asked"),
    **{f"front:question{name}": (Role.VISITOR, "asked") for name in ("s-nl", "-leave-nl")},
    **{f"bureau:note-{deed}": (Role.ACCOUNT_MANAGER, "asked") for deed in ("new", "done", "hand-on")},
    **{f"bureau:ask-question{name}": (Role.PARTNER, "asked") for name in ("s", "", "-new")},
    "bureau:ask-asked-one": (Role.ACCOUNT_MANAGER, "asked"),
    "client:ask-problem": (Role.CLIENT, "asked"),
    "bureau:people-invite": (Role.PARTNER, "asked"),
    "bureau:people-roster-views": (Role.ACCOUNT_MANAGER, "asked"),
    **{
        f"bureau:people-{name}": (Role.ACCOUNT_MANAGER, "asked")
        for name in ("client-new", "client-edit", "contact-new", "contact-edit", "clients-import")
    },
    **{f"bureau:firm{name}": (Role.PARTNER, "asked") for name in ("", "-look", "-mail")},
    "bureau:people-import": (Role.ACCOUNT_MANAGER, "asked"),
    "bureau:lists": (Role.PARTNER, "asked"),
    "bureau:list-entry": (Role.PARTNER, "asked"),
    "bureau:people-person": (Role.PARTNER, "asked"),
    "bureau:people-screening": (Role.ACCOUNT_MANAGER, "asked"),
    **WHOM_OF_CHOOSING,
    **profiles.WHOM_OF_PROFILES,
    **WHOM_OF_SIGNING,
    **WHOM_OF_STAKES,
    **WHOM_OF_NOTEBOOK,
    **WHOM_OF_REVIEWS,
    **(learning.WHOM_OF_LEARNING | handover.WHOM_OF_HANDOVER),
    **(guarantee.WHOM_OF_GUARANTEE | pulses.WHOM_OF_PULSES | invoices.WHOM_OF_INVOICES),
    **{f"bureau:ask-{name}": (Role.ACCOUNT_MANAGER, "asked") for name in ("triage", "judge", "intake", "handle")},
    "bureau:journal": (Role.PARTNER, "asked"),
    "client:ask-request": (Role.CLIENT, "asked"),
    "client:ask-intake": (Role.CLIENT, "asked"),
    "bureau:hold": (Role.PARTNER, "asked"),
    "bureau:data-request": (Role.PARTNER, "asked"),
    "account-groups": (Role.MANAGER, "asked"),
    "account-data": (Role.CLIENT, "asked"),
    "front:own-data": (Role.VISITOR, "asked"),
    **WHOM_OF_ASKING,
    **WHOM_OF_BRIEFS,
    "bureau:contract-contract": (Role.ACCOUNT_MANAGER, "accepted"),
    "bureau:deliver-mandate": (Role.ACCOUNT_MANAGER, "signed"),
    "bureau:ensure-appoint": (Role.ACCOUNT_MANAGER, "signed"),
    "client:deliver-plan": (Role.CLIENT, "planned"),
    "client:deliver-report": (Role.CLIENT, "reported"),
    "client:deliver-decision": (Role.CLIENT, "reported"),
    "client:deliver-hours-week": (Role.DELEGATE, "reported"),
    "manager:deliver-hours": (Role.MANAGER, "planned"),
    "manager:deliver-plan": (Role.MANAGER, "guarded"),
    "manager:deliver-report": (Role.MANAGER, "guarded"),
    "account_change_password": (Role.CLIENT, "asked"),
    "mail_wishes": (Role.CLIENT, "asked"),
    "set_language": (Role.CLIENT, "asked"),
}
# Which object's code stands in an address.
OBJECT = {
    **OBJECTS_OF_CHOOSING,
    "bureau:request-next": "request",
    "bureau:history": "assignment",
    "bureau:history-export": "assignment",
    **OBJECTS_OF_SIGNING,
    **OBJECTS_OF_ASKING,
    **OBJECTS_OF_ASSIGNMENTS,
    **OBJECTS_OF_NOTEBOOK,
    **OBJECTS_OF_REVIEWS,
    **guarantee.OBJECTS_OF_GUARANTEE,
    **pulses.OBJECTS_OF_PULSES,
    **OBJECTS_OF_BRIEFS,
    **{f"{desk}:deliver-hours": "assignment" for desk in ("bureau", "client", "manager")},
    "manager:deliver-hours-weeks": "assignment",
    **{f"{desk}:deliver-hours-week": "hours" for desk in ("bureau", "client")},
}

# What is made when a test first asks for it, by address.
MADE = (
    MADE_OF_CHOOSING | MADE_OF_SIGNING | MADE_OF_STAKES | MADE_OF_NOTEBOOK | MADE_OF_REVIEWS
    | pulses.MADE_OF_PULSES | guarantee.MADE_OF_GUARANTEE | learning.MADE_OF_LEARNING | handover.MADE_OF_HANDOVER
    | invoices.MADE_OF_INVOICES | profiles.MADE_OF_PROFILES
)  # fmt: skip

BY_TOKEN = ("own-data-confirm", "pool-stay", "availability", "referee", "pulse-answer", *handover.BY_TOKEN)


def objects_of(address: str, life: Any) -> dict[str, str]:
    """The keyword arguments that make an address point at this life's object."""
    if address in OBJECT:
        more = {**MORE_OF_SIGNING, "bureau:ask-judge": {"field": "category"}}
        more |= more_of_choosing(life) | GATES
        return {"code": getattr(life, OBJECT[address])} | more.get(address, {})
    if address in MADE:
        return {"code": MADE[address](life)}
    fixed = {
        **{f"bureau:people-{one}": {"code": life.cast.max_profile.code} for one in ("manager", "screening")},
        "bureau:ask-question": {"code": "what"},
        "bureau:people-client": {"code": life.cast.bank.code},
        **{f"bureau:note-{deed}": {"code": life.note} for deed in ("done", "hand-on")},
        "bureau:people-person": {"code": life.cast.sara.code},
        "progress": {"code": WORK},
        **profiles.objects_of_profiles(life),
        **objects_of_signing(life),
        "bureau:people-client-edit": {"code": life.cast.bank.code},
        "bureau:people-contact-new": {"code": life.cast.bank.code},
        "bureau:people-import": {"code": Import.objects.get().code},
        "bureau:people-import-report": {"code": Import.objects.get().code},
        "bureau:people-contact-edit": {"code": life.cast.contact.code},
        "logo": {"code": "onbekend"},
        "invitation": {"token": "onbekend"},
        "front:ask-intake": {"token": "onbekend"},
        **{f"front:{page}": {"token": "onbekend"} for page in BY_TOKEN},
        "bureau:list-entry": {"name": "disciplines", "code": "new"},
        "bureau:hold": {"code": life.cast.bank.code},
        **learning.MEASURED,
        "account_reset_password_from_key": {"uidb36": "1", "key": "onbekend-sleutel"},
    }
    if address == "bureau:data-request":
        return {"code": DataRequest.objects.values_list("code", flat=True)[0]}
    if address in {"bureau:people-screening-detail", "manager:people-own-screening"}:
        return {"code": life.cast.screening}
    if address == "bureau:mail-one":
        return {"code": Mail.objects.filter(abouts__code=life.request).order_by("pk").values_list("code", flat=True)[0]}
    return fixed.get(address, {})


def _sheet_form() -> dict[str, Any]:
    sheet = SimpleUploadedFile("roster.csv", b"name,email\nIemand,iemand@example.org\n")
    return {"file": sheet, "consent": "not_yet"}


# Forms with a file, which is read once.
WITH_FILES = {
    "bureau:people-roster-import": _sheet_form,
    "bureau:people-clients-import": _sheet_form,
    **WITH_FILES_OF_SIGNING,
    **invoices.WITH_FILES_OF_INVOICES,
}
# Forms that name an object of the life.
BY_LIFE = {
    "manager:deliver-resistance-new": lambda life: {"stakeholder": stakeholder_of(life)},
    **(pulses.NAMED_OF_PULSES | invoices.NAMED_OF_PAYABLES),
}
# What has to be so before a form can do something.
MADE_READY = {"manager:choose-talk": after_a_talk, **READY_OF_SIGNING, **pulses.READY_FOR_PULSES}


def form_of(address: str, life: Any) -> dict[str, Any]:
    """The form of an address for this life; those that name an object are made here."""
    if address == "bureau:choose-shortlist":
        code = life.cast.max_profile.code
        typed = {"pick": "on", "rationale": "Past.", "rate": "1250", "starts": "2026-03-09"}
        return {f"{name}_{code}": value for name, value in typed.items()}
    if address in MADE_READY:
        MADE_READY[address](life)
    if address in WITH_FILES:
        return WITH_FILES[address]()
    if address == "client:brief-brief":
        return {"version": str(offered_again(life))}
    if address in BY_LIFE:
        return FORMS.get(address, {}) | BY_LIFE[address](life)
    if address.endswith(":people-cv-new"):
        return {"file": SimpleUploadedFile("cv.txt", profiles.CV), "consent": "not_yet"}
    named = {
        "bureau:note-hand-on": {"next_owner": life.cast.aad.code, "next_on": "2126-03-06"},
        "bureau:note-new": {"chosen": life.cast.bank.code, "who": "Bank"},
        "bureau:deliver-take-over": scans(),
        "bureau:ensure-appoint": {"shadow": life.cast.sara.code},
        "bureau:contract-frameworks": {"contact": life.cast.contact.code},
    }
    if address in named:
        return FORMS.get(address, {}) | named[address]
    return FORMS.get(address, {})
