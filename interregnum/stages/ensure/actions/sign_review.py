"""G4: each of the three signs the record; whoever finds something not right takes all signatures back."""

from datetime import datetime

from interregnum.journal.record import action, record
from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused
from interregnum.people.models import Account
from interregnum.stages.ensure.actions.plan_reviews import about
from interregnum.stages.ensure.models import Review, ReviewRecord, SignOff
from interregnum.stages.ensure.queries.review_rows import review_row
from interregnum.stages.ensure.review_facts import ReviewCorrected, ReviewSigned
from interregnum.stages.ensure.review_letters import tell_sides
from interregnum.stages.ensure.rules.reviews import ReviewState, Side, side_of


@action
def sign_review(*, review: str, version: int, by: Actor, at: datetime) -> Refused | None:
    """`version` is the one that was read; with the third signature the record is final."""
    row, side = review_row(review, seen_by=by), side_of(by.role)
    # Two sides that sign at once wait for each other here, so that the last one sees both.
    held = Review.objects.select_for_update().filter(pk=row.pk, state=ReviewState.TO_SIGN, version=version).first()
    if held is None or side is None:
        return Refused.because("ensure.review_version_gone")
    signer = {"signed_by": Account.objects.get(code=by.code), "signed_at": at}
    _signed, is_new = SignOff.objects.get_or_create(review=held, version=version, side=side, defaults=signer)
    if not is_new:
        return Refused.because("ensure.review_signed_already")
    is_last = SignOff.objects.filter(review=held, version=version).count() == len(Side)
    if is_last:
        Review.objects.filter(pk=held.pk).update(state=ReviewState.SIGNED)
    record(ReviewSigned(**about(row), version=version, side=side, is_last=is_last), by=by, at=at)
    return None


@action
def correct_review(*, review: str, version: int, why: str, by: Actor, at: datetime) -> Refused | None:
    """Before all three have signed: the minutes are open again, what was signed stays with its version."""
    row, side = review_row(review, seen_by=by), side_of(by.role)
    # The filter carries what was read: a record that all have signed meanwhile is final.
    waiting = Review.objects.filter(pk=row.pk, state=ReviewState.TO_SIGN, version=version)
    if side is None or not waiting.update(state=ReviewState.OPEN):
        return Refused.because("ensure.review_version_gone")
    corrected = {"corrected_why": why.strip(), "corrected_side": side, "corrected_at": at}
    ReviewRecord.objects.filter(review=row, version=version).update(**corrected)
    tell_sides(row, "mail/review_corrected.txt", sides={Side.SHADOW})
    record(ReviewCorrected(**about(row), version=version, side=side), by=by, at=at)
    return None
