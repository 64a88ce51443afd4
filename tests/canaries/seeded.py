"""Leaks built in on purpose, one per channel: a search that finds none of these would find no other either."""

import dataclasses
import logging

from pytest import MonkeyPatch

from interregnum.kernel.actor import Role
from interregnum.people import permissions
from interregnum.people.models import CvFile, Manager, Organisation
from interregnum.stages.ask import forms as ask_forms
from interregnum.stages.ask.models import Request
from interregnum.stages.choose import letters
from interregnum.stages.choose.models import Candidacy
from interregnum.stages.contract.actions import make_documents
from interregnum.stages.contract.rules.states import Side
from interregnum.stages.deliver.models import Assignment
from interregnum.stages.deliver.queries import visible
from interregnum.web import gate
from interregnum.web.listing import Listing
from tests.canaries.firm import CanaryFirm


def page_of_another_client(patch: MonkeyPatch) -> None:
    """The query behind a page forgets to ask whose object it is."""
    everything = Assignment.objects.select_related("organisation", "manager", "owner", "contract")
    patch.setattr(visible, "visible_to", lambda actor: everything)


def search_beyond_the_portfolio(patch: MonkeyPatch) -> None:
    """A search goes over all rows, not over those that the list may show."""
    real = Listing.narrowed

    def narrowed(self: Listing) -> object:
        self.all_rows = Request.objects.all() if self.all_rows.model is Request and self.query else self.all_rows
        return real(self)

    patch.setattr(Listing, "narrowed", narrowed)


def cv_of_somebody_else(patch: MonkeyPatch) -> None:
    """The page of a CV that was read forgets to ask whose it is."""
    patch.setattr("interregnum.desks.profile.views.cvs.cv_of", lambda code, seen_by: CvFile.objects.get(code=code))


def preparation_before_it_begins(patch: MonkeyPatch) -> None:
    """What one side prepared for a three-party review is open to the others before it begins."""
    patch.setattr("interregnum.stages.ensure.queries.reviews.may_read", lambda of, reader, state: True)


def choices_of_a_form(patch: MonkeyPatch) -> None:
    """A field of a public form offers the names of the firm's clients."""

    class Tells(ask_forms.ProblemForm):
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, **kwargs)
            names = ", ".join(Organisation.objects.values_list("name", flat=True))
            self.fields["organisation_name"].help_text = names

    patch.setattr("interregnum.stages.ask.views.front.ProblemForm", Tells)


def roster_for_whoever_asks(patch: MonkeyPatch) -> None:
    """A list opens to a role that may not have it, and the query behind it does not ask either."""
    row = permissions.BY_ADDRESS["bureau:people-roster"]
    patch.setitem(permissions.BY_ADDRESS, row.address, dataclasses.replace(row, roles=row.roles | {Role.MANAGER}))
    patch.setattr("interregnum.desks.bureau.views.roster.managers_table", lambda seen_by: Manager.objects.all())


def document_of_the_other_side(patch: MonkeyPatch) -> None:
    """The client's agreement is made from the manager's."""
    real = make_documents.document_of
    patch.setattr(make_documents, "document_of", lambda code, side: real(code, Side.MANAGER))


def mail_with_words(patch: MonkeyPatch, firm: CanaryFirm) -> None:
    """A letter to a manager tells why he or she was chosen; the letter is sent anew."""
    real = letters.write_to
    candidacy = Candidacy.objects.get(code=firm.lives[0].candidacy)
    patch.setattr(letters, "write_to", lambda **words: real(**words | {"name": candidacy.rationale}))
    letters.write_to_manager(candidacy, "mail/choose_invitation.txt")


def log_of_names(patch: MonkeyPatch) -> None:
    """The gate logs who comes by."""
    real = gate._actor_for

    def told(actors: tuple, *where: object) -> object:
        logging.getLogger("interregnum.web.gate").info("%s", [actor.name for actor in actors])
        return real(actors, *where)

    patch.setattr(gate, "_actor_for", told)
