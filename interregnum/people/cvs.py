"""A CV on its way into a profile: kept with what was read of it, accepted field by field, or thrown away."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.http import Http404

from interregnum.files import store
from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor, Role
from interregnum.kernel.refused import Refused
from interregnum.outside.cvs.read import Unread, open_cv
from interregnum.people.consents import note_consent, refused_consent
from interregnum.people.facts import CvAccepted, ManagerAdded
from interregnum.people.models import CvFile, Manager, Position, Study
from interregnum.people.rules.consent import NOBODY_ASKED, Consent
from interregnum.people.rules.cv.read import read_cv, text_of
from interregnum.people.rules.profiles import Accepted, Degree, Job, employers_of, fresh

MEDIA_TYPE = "application/octet-stream"
MOST_LINES = 600
NEAR_DIGITS = 8


def opened(content: bytes) -> dict[str, Any] | Unread:
    """Read a file before the database is asked to wait for anything."""
    document = open_cv(content)
    if isinstance(document, Unread):
        return document
    cv = read_cv(document)
    read = {name: value for name, value in asdict(cv).items() if name != "warnings"}
    return {"read": read, "lines": text_of(document)[:MOST_LINES], "remarks": [asdict(one) for one in cv.warnings]}


@action
def keep_cv(
    *,
    content: bytes,
    name: str,
    found: dict[str, Any] | Unread,
    manager: str = "",
    by: Actor,
    at: datetime,
    consent: Consent = NOBODY_ASKED,
) -> str | Refused:
    """Keep a CV with what was read of it; `manager` is whose it is, when that is known. Returns its code."""
    if isinstance(found, Unread):
        return Refused.because(found.code, "file", **found.facts)
    if (refused := refused_consent(consent, at=at)) is not None:
        return refused
    shown = "".join(sign for sign in name if sign.isprintable() and sign not in '\\/:*?"<>|')[-200:] or "cv"
    row = CvFile.objects.create(
        manager=Manager.objects.get(code=manager) if manager else None,
        uploaded_by=by.code,
        uploaded_at=at,
        name=shown,
        file=store.keep(name=shown, content=content, media_type=MEDIA_TYPE, at=at),
        read=found["read"],
        lines=[line.replace("\x00", "") for line in found["lines"]],
        remarks=found["remarks"],
        consented_on=consent.given_on,
        consent_source=consent.source,
    )
    return row.code


def cv_of(code: str, *, seen_by: Actor) -> CvFile:
    """A CV for the bureau, and for whose it is. Raises Http404."""
    rows = CvFile.objects.select_related("manager", "file").filter(code=code)
    if seen_by.role is Role.MANAGER:
        rows = rows.filter(manager__code=seen_by.manager)
    elif not seen_by.is_bureau:
        rows = rows.none()
    row = rows.first()
    if row is None:
        raise Http404
    return row


def known_as(read: dict[str, Any]) -> list[Manager]:
    """The managers on the roster who may be the one that a CV is of: by address of mail, telephone or name."""
    name, email, phone = (str(read.get(key) or "") for key in ("name", "email", "phone"))
    same = Q(email__iexact=email) if email else Q(pk=None)
    same |= Q(name__iexact=name) if name else Q(pk=None)
    digits = "".join(sign for sign in phone if sign.isdigit())[-NEAR_DIGITS:]
    if len(digits) == NEAR_DIGITS:
        # However it is written, the last pair of digits stands together.
        near = Manager.objects.filter(is_active=True, phone__endswith=digits[-2:]).only("pk", "phone")
        same |= Q(pk__in=[one.pk for one in near if _digits(one.phone).endswith(digits)])
    return list(Manager.objects.filter(same, is_active=True)[:10])


def _digits(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit())


@action
def accept_cv(*, code: str, manager: str, accepted: Accepted, by: Actor, at: datetime) -> str | Refused:
    """Take over what a person accepted; "" for `manager` makes a new profile of it. Returns the manager's code."""
    if not CvFile.objects.filter(code=code, settled_at=None).update(settled_at=at):
        return Refused.because("people.cv_settled")
    email = str(accepted.values.get("email", ""))
    taken = Manager.objects.filter(email__iexact=email).exclude(code=manager).first() if email else None
    if taken is not None:
        return Refused.because("people.email_known", "email", name=taken.name)
    # A role mix in which no role stands out, until the manager says otherwise.
    plain = {"operational": 25, "adviser": 25, "coach": 25, "change": 25}
    profile = Manager.objects.get(code=manager) if manager else Manager(**plain)
    for name, value in accepted.values.items():
        setattr(profile, name, value)
    profile.former_employers = employers_of(profile.former_employers, accepted.jobs)
    profile.save()
    _add_lines(profile, accepted)
    CvFile.objects.filter(code=code).update(manager=profile)
    noted = Consent(*CvFile.objects.values_list("consented_on", "consent_source").get(code=code))
    note_consent(noted, added=() if manager else (profile.email,), known=(profile.email,), by=by, at=at)
    if not manager:
        record(ManagerAdded(manager=profile.code), by=by, at=at)
    lines = len(accepted.jobs) + len(accepted.degrees)
    record(CvAccepted(manager=profile.code, fields=len(accepted.values) + lines), by=by, at=at)
    return profile.code


def _add_lines(profile: Manager, accepted: Accepted) -> None:
    jobs = [Job(one.employer, one.title, one.start_on, one.end_on) for one in profile.positions.all()]
    degrees = [Degree(one.title, one.institute, one.year) for one in profile.studies.all()]
    Position.objects.bulk_create(Position(manager=profile, **asdict(job)) for job in fresh(accepted.jobs, jobs))
    Study.objects.bulk_create(Study(manager=profile, **asdict(one)) for one in fresh(accepted.degrees, degrees))


@action
def discard_cv(*, code: str) -> Refused | None:
    """Throw away a CV that nothing was accepted of."""
    row = CvFile.objects.select_related("file").filter(code=code, settled_at=None).first()
    if row is None:
        return Refused.because("people.cv_settled")
    forget_cv(row)
    return None


def forget_cv(row: CvFile) -> None:
    file = row.file
    row.delete()
    if file:
        store.discard(file)
