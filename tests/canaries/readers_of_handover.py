"""Who may read what people write around a hand-over, and of what stayed."""

CARD = ("owner", "deputy", "sponsor", "unit", "procedure", "budget", "relapse_sign", "relapse_action")


def of_handover(owner: str, assigned: str) -> dict[str, str]:
    """`owner`: the firm, and whoever looks after the client; `assigned`: all of the assignment."""
    return {
        # What one of the three said at the end, the others read once the assignment is closed.
        "handover.Evaluation.words": owner + "client ",
        "handover.GateOverride.reason": assigned,
        "handover.FreeWeek.conclusion": assigned,
        **{f"keep.Aftercare.{name}": assigned for name in ("talk", "balance", "gone_why")},
        **{f"handover.NewMeasure.{name}": assigned for name in ("unit", "why")},
        "keep.ResultCheck.decided_why": assigned,
        **{f"handover.Handover.{name}": assigned for name in ("successor", "successor_words", "ended_why")},
        # Written to, and shown to nobody.
        "handover.Handover.successor_email": "",
        **{f"handover.AnchorCard.{name}": assigned for name in CARD},
        **{f"handover.ClosedResult.{name}": assigned for name in ("title", "unit", "owner", "relapse_sign")},
        # A version that was sent is read as it was sent; what stands in its columns the manager alone sees in the form.
        **dict.fromkeys(
            (f"handover.HandoverDocument.{name}" for name in ("opening", "agreements", "risks", "days", "contacts")),
            "manager ",
        ),
        **{f"handover.DocumentAnswer.{name}": assigned for name in ("reason", "lacks")},
    }
