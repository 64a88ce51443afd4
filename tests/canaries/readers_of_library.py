"""Who reads of a case of the library before its client agreed: afterwards its text is everybody's."""

from interregnum.stages.learn.queries.cases import TEXTS


def of_library(firm: str) -> dict[str, str]:
    """`firm` are those who read along with the whole firm."""
    bureau = firm + "owner "
    return {
        **{f"learn.CaseText.{name}": bureau + "client manager " for name in TEXTS},
        # What the one of them says of it, the other does not read.
        **{f"learn.CaseConsent.{name}": bureau + "client " for name in ("words", "withdrawn_why")},
        "learn.Case.objection": bureau + "manager ",
        **{f"learn.CaseOverride.{name}": bureau for name in ("said", "reason")},
    }
