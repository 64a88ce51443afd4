"""Who may read what people write on the ladder, of an outcome, and in the register of introduced persons."""


def of_quality(owner: str) -> dict[str, str]:
    """`owner`: the firm, and whoever looks after the client."""
    return {
        **{f"ensure.EscalationStep.{name}": owner + "manager shadow " for name in ("outcome", "with_whom")},
        "ensure.AssignmentOutcome.why": owner,
        "ensure.PastShadow.reason": owner,
        "ensure.PastShadow.ended_why": owner,
        **{f"ensure.IntroducedPerson.{name}": owner + "manager shadow " for name in ("name", "tie")},
        "ensure.IntroducedPerson.overlap_answer": owner,
        # Compared, and shown to nobody.
        **dict.fromkeys((f"ensure.IntroducedPerson.{name}" for name in ("iban", "kvk", "address")), ""),
        "ensure.Escalation.closed_why": owner + "manager shadow ",
    }
