"""Tables of people and organisations."""

from interregnum.people.models.accounts import Account, Invitation, Seat
from interregnum.people.models.firm import Discipline, Firm, Sector
from interregnum.people.models.managers import Manager
from interregnum.people.models.organisations import Organisation

__all__ = ["Account", "Discipline", "Firm", "Invitation", "Manager", "Organisation", "Seat", "Sector"]
