"""Money that came in or went out by the bank, as plain values: read outside, matched by the rules of a stage."""

from dataclasses import dataclass
from datetime import date

from interregnum.kernel.money import Money


@dataclass(frozen=True, kw_only=True)
class Payment:
    """One line of an account: `amount` is below nil when it went out. `line_id` is the same in every file that has it.

    `reference` is the structured one (RF or the payment's own), `text` what the payer wrote, `name` and `iban` are
    of the other party. `is_reversal` says that an earlier payment is taken back; `batch` names the entry it is part of.
    """

    line_id: str
    account: str
    booked_on: date
    amount: Money
    reference: str = ""
    text: str = ""
    name: str = ""
    iban: str = ""
    is_reversal: bool = False
    batch: str = ""
