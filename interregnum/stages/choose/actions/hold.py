"""Of two who touch one proposal at the same moment the second waits: whoever locks more than that locks it first."""

from interregnum.stages.choose.models import Proposal


def hold_proposal(key: int | None) -> None:
    """Until the end of the transaction; those asked in it and the guarantee behind it are locked after it."""
    if key is not None:
        Proposal.objects.select_for_update(no_key=True).filter(pk=key).first()
