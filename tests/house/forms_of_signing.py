"""The forms of signing a contract, and of who may do so for a client."""

from typing import Any

from interregnum.kernel.actor import Role

FORMS_OF_SIGNING: dict[str, dict[str, Any]] = {
    "bureau:people-authority": {
        "scope": "alone",
        "basis": "register",
        "extract": "Uittreksel 2",
        "extract_on": "2026-03-01",
        "told_by": "De secretaris",
    },
    "client:contract-contract": {"do": "code"},
    "manager:contract-contract": {"do": "code"},
}
WHOM_OF_SIGNING: dict[str, tuple[Role, str]] = {
    "bureau:people-authority": (Role.ACCOUNT_MANAGER, "asked"),
    "client:contract-contract": (Role.CLIENT, "accepted"),
    "manager:contract-contract": (Role.MANAGER, "accepted"),
}
OBJECTS_OF_SIGNING = {
    f"{desk}:contract-{page}": "contract"
    for desk in ("bureau", "client", "manager")
    for page in ("contract", "document")
}


def objects_of_signing(life: Any) -> dict[str, dict[str, str]]:
    return {"bureau:people-authority": {"code": life.cast.contact.code}}
