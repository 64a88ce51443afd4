"""Tables of people and organisations."""

from interregnum.people.models.accounts import Account, Invitation, Seat
from interregnum.people.models.applications import Application
from interregnum.people.models.authorities import Authority
from interregnum.people.models.duplicates import Duplicate, DuplicateKey, Merge
from interregnum.people.models.evidence import Availability, Away, Case, Proven, StayConsent
from interregnum.people.models.finding import SearchEntry, SearchPlace, SearchSlip, SearchWord
from interregnum.people.models.firm import Discipline, Firm, Sector
from interregnum.people.models.imports import Import, ImportFault
from interregnum.people.models.list_views import ListTaste, SavedView
from interregnum.people.models.lost_factors import LostFactor
from interregnum.people.models.managers import Manager
from interregnum.people.models.notes import Note
from interregnum.people.models.organisations import Contact, Organisation
from interregnum.people.models.papers import Business, Declaration, Insurance
from interregnum.people.models.partners import NextPartner
from interregnum.people.models.profiles import CvFile, Position, Study
from interregnum.people.models.screenings import Reading, Screening
from interregnum.people.models.wishes import MailWish

__all__ = [
    "Account",
    "Application",
    "Authority",
    "Availability",
    "Away",
    "Business",
    "Case",
    "Contact",
    "CvFile",
    "Declaration",
    "Discipline",
    "Duplicate",
    "DuplicateKey",
    "Firm",
    "Import",
    "ImportFault",
    "Insurance",
    "Invitation",
    "ListTaste",
    "LostFactor",
    "MailWish",
    "Manager",
    "Merge",
    "NextPartner",
    "Note",
    "Organisation",
    "Position",
    "Proven",
    "Reading",
    "SavedView",
    "Screening",
    "SearchEntry",
    "SearchPlace",
    "SearchSlip",
    "SearchWord",
    "Seat",
    "Sector",
    "StayConsent",
    "Study",
]
