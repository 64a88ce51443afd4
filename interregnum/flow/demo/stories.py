"""What happens in the demonstration firm: invented problems, clients and results, each as far as it has come.

`age` is how many days ago the request came in; `reach` is the last thing that has happened.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from interregnum.kernel.actor import Actor
from interregnum.kernel.refused import Refused


class Reach(IntEnum):
    """How far a story has come."""

    ASKED = 1
    CONFIRMED = 2
    AGREED = 3
    LISTED = 4
    INVITED = 5
    SENT = 6
    ACCEPTED = 7
    SIGNED = 8
    LANDED = 9
    PLANNED = 10
    RUNNING = 11


@dataclass(frozen=True)
class Goal:
    """A result: its measure goes from baseline to target; `pace` 1.0 is on course, less is behind."""

    title: str
    unit: str
    baseline: Decimal
    target: Decimal
    pace: Decimal = Decimal("1.0")


@dataclass(frozen=True)
class Client:
    """An invented organisation with its contact."""

    name: str
    sector: str
    contact: str
    email: str
    city: str


@dataclass(frozen=True)
class Story:
    client: Client
    text: str
    reach: Reach
    age: int
    category: str
    level: str = "senior"
    disciplines: tuple[str, ...] = ()
    result_wanted: str = ""
    weeks: int = 40
    days: int = 4
    ceiling: int = 2000
    goals: tuple[Goal, ...] = ()
    moods: str = "good"
    skips_last_report: bool = False
    need: str = "manager"
    language: str = "nl"
    diagnosis: str = ""
    notes: tuple[str, ...] = ()


def goal(title: str, unit: str, baseline: str, target: str, pace: str = "1.0") -> Goal:
    return Goal(title, unit, Decimal(baseline), Decimal(target), Decimal(pace))


ZWALUW = Client("Bank De Zwaluw (verzonnen)", "bank", "Carla Verzonnen", "carla@zwaluw.example", "Utrecht")
ZILVERMEER = Client(
    "Zilvermeer Verzekeringen (verzonnen)", "insurer", "Pim Bedacht", "pim@zilvermeer.example", "Amersfoort"
)
EIKENLAAN = Client("Pensioenfonds Eikenlaan (verzonnen)", "pension", "Ria Zogenaamd", "ria@eikenlaan.example", "Zeist")
WINDROOS = Client(
    "Windroos Hypotheken (verzonnen)", "mortgage", "Ton Nietbestaand", "ton@windroos.example", "Rotterdam"
)
KOMPAS = Client("Kompas Leasing (verzonnen)", "leasing", "Wil Denkbeeldig", "wil@kompas.example", "Breda")
VLINDER = Client("Vlinder Betaaldiensten (verzonnen)", "payments", "Mo Schijnbaar", "mo@vlinder.example", "Amsterdam")
ANKERPLAATS = Client(
    "Ankerplaats Vermogen (verzonnen)", "asset_manager", "Els Fictie", "els@ankerplaats.example", "Haarlem"
)
DRIEHOEK = Client(
    "Assurantiekantoor Driehoek (verzonnen)", "intermediary", "Jan Voorbeeld", "jan@driehoek.example", "Apeldoorn"
)


@dataclass(frozen=True)
class Bureau:
    """Who does the bureau's part of a story: who guards it, its shadow manager's account, and two to screen."""

    owner: Actor
    shadow: str
    partner: Actor
    account_manager: Actor


class UnexpectedError(Exception):
    """An action refused what a story takes for granted: the story or the rules have changed."""


def expect[Result](result: Result | Refused) -> Result:
    """The result of an action, which must not be a refusal."""
    if isinstance(result, Refused):
        raise UnexpectedError(result)
    return result
