"""What cannot be used, and why: the code stands in flow/safekeeping/texts.py with its words."""


class Unusable(Exception):  # noqa: N818 - it says what the thing is
    """A backup, key, program or place that cannot serve; `facts` fill the places in the words of `code`."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code, self.facts = code, facts
