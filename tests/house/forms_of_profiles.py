"""The forms of a profile and of its mandate: a CV, a case, when somebody is free, and what a manager may decide."""

from typing import Any

from interregnum.kernel.actor import Role
from interregnum.people.models import Duplicate, Manager, Merge
from tests.world import NOW, make_manager

CV = b"Nora Nieuw\nUtrecht\nnora@example.org\n\nWerkervaring\n\nControlleur\nBank De Proef\n2015-2018\n"
CASE = {
    "client": "Bank De Proef",
    "problem": "De achterstand groeide.",
    "result": "Weggewerkt.",
    "started_on": "2024-01-01",
    "category": "change",
    "level": "senior",
    "discipline": "back_office",
    "role_mix_0": "40",
    "role_mix_1": "20",
    "role_mix_2": "20",
    "role_mix_3": "20",
}
WEEK = {
    "mood": "good",
    "progress": "Team gesproken.",
    "role_mix_0": "50",
    "role_mix_1": "20",
    "role_mix_2": "10",
    "role_mix_3": "20",
}
MANDATE = {
    "reports_to": "Carla, directeur",
    "announced_on": "2026-03-09",
    "limit": "25000",
    **{f"right_{domain}": "decides" for domain in ("people", "money", "process", "communication", "supervision")},
}
PROFILE = {
    "place": "Zwolle",
    "travel_km": "80",
    "day_rate": "1100",
    "level": "senior",
    "disciplines": ["finance"],
    "languages": "Nederlands, Engels",
    "role_mix_0": "40",
    "role_mix_1": "20",
    "role_mix_2": "20",
    "role_mix_3": "20",
}
BUSINESS = {
    "legal_form": "sole_trader",
    "street": "Laan 1",
    "postal_code": "3511 AB",
    "kvk": "12345678",
    "vat_number": "NL004495445B01",
    "iban": "NL91ABNA0417164300",
    "work_right": "citizen",
}
INSURANCE = {"insurer": "Proefpolis", "policy_number": "P-1", "amount": "1000000", "ends_on": "2027-01-01"}
DECLARATION = {"interests": "Bank De Proef\nProefpolis", "employers": "Oude Bank", "is_true": "on"}
JOIN = {
    "name": "Nora Nieuw",
    "email": "nora@example.org",
    "phone": "06-12345678",
    "city": "Zwolle",
    "discipline": "finance",
    "level": "senior",
    "languages": "Nederlands, Engels",
}
ACCEPT = {
    "do": "accept",
    "available_on": "2026-04-06",
    "days_a_week": "4",
    "day_rate": "1000",
    "reason": "Een goed gesprek.",
}
FORMS_OF_PROFILES: dict[str, dict[str, Any]] = {
    "bureau:people-duplicate": {"do": "merge", "stays": "second", "email": "first"},
    "bureau:people-died": {"is_certain": "on"},
    "bureau:people-death": {"why": "Het was een ander.", "is_read": "on"},
    "bureau:people-cv": {
        "manager": "",
        "take_name": "on",
        "name": "Nora Nieuw",
        "email": "nora@example.org",
        "place": "Utrecht",
        "level": "senior",
        "languages": "nl",
        "disciplines": ["finance"],
        "available_on": "2026-04-06",
        "days_a_week": "4",
        "day_rate": "1000",
    },
    "manager:people-cv": {"take_phone": "on", "phone": "06-12345678"},
    "manager:people-case-new": CASE,
    "manager:people-case": CASE,
    "manager:people-availability": {"available_on": "2026-04-06", "days_a_week": "3"},
    "front:join": JOIN,
    "bureau:people-application": ACCEPT,
    "manager:people-profile": PROFILE,
    "manager:people-papers": BUSINESS,
    "manager:people-insurance": INSURANCE,
    "manager:people-declaration": DECLARATION,
    "manager:people-away": {"first_on": "2026-08-03", "last_on": "2026-08-21", "note": "Zeilen"},
}
WHOM_OF_PROFILES: dict[str, tuple[Role, str]] = {
    "front:join": (Role.VISITOR, "asked"),
    "bureau:people-application": (Role.ACCOUNT_MANAGER, "asked"),
    "bureau:people-died": (Role.PARTNER, "asked"),
    "bureau:people-death": (Role.PARTNER, "asked"),
    "bureau:people-cv-new": (Role.ACCOUNT_MANAGER, "asked"),
    "bureau:people-duplicate": (Role.ACCOUNT_MANAGER, "asked"),
    "bureau:people-cv": (Role.ACCOUNT_MANAGER, "asked"),
    **{
        f"manager:people-{name}": (Role.MANAGER, "asked")
        for name in (
            *("cv-new", "cv", "case-new", "case", "availability", "away"),
            *("profile", "papers", "insurance", "declaration"),
        )
    },
}


def died_profile(_life: Any) -> str:
    """The code of a manager of whom a death is noted."""
    row = Manager.objects.filter(died_at__isnull=False).first()
    row = row or make_manager(name="Thijs Voorbeeld", email="thijs@example.org", is_active=False, died_at=NOW)
    return str(row.code)


MADE_OF_PROFILES = {"bureau:people-death": died_profile}


def objects_of_profiles(life: Any) -> dict[str, dict[str, str]]:
    """The codes that stand in the addresses of a profile."""
    return {
        **{f"bureau:people-cv{name}": {"code": life.cast.cv} for name in ("", "-file")},
        **{f"manager:people-cv{name}": {"code": life.cast.cv} for name in ("", "-file")},
        "bureau:people-died": {"code": life.cast.olga_profile.code},
        "bureau:people-duplicate": {"code": Duplicate.objects.values_list("code", flat=True)[0]},
        "bureau:people-merge": {"code": Merge.objects.values_list("code", flat=True)[0]},
        "manager:people-case": {"code": life.cast.case},
        **{f"bureau:people-{name}": {"code": life.cast.max_profile.code} for name in ("papers", "business")},
        **{f"{desk}:people-proof": {"code": life.cast.insurance} for desk in ("bureau", "manager")},
        "bureau:people-application": {"code": life.cast.application},
        "front:join-confirm": {"token": "onbekend"},
        "manager:people-insurance": {"cover": "professional"},
    }
