"""The list of contracts."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.stages.contract.rules.states import Side
from interregnum.stages.contract.texts import STATES
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Column, Row, Tone

WAITING = {
    (False, False): Badge(_("Waits for both"), Tone.WARN),
    (True, False): Badge(_("Waits for the manager"), Tone.WARN),
    (False, True): Badge(_("Waits for the client"), Tone.WARN),
    (True, True): Badge(_("Signed"), Tone.GOOD),
}


class ContractFilter(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=[("", _("All")), *STATES.items()], required=False)


class BureauContracts(Listing):
    columns = (
        Column("number", _("Number"), sortable=True),
        Column("client", _("Client"), sortable=True),
        Column("manager", _("Interim manager"), sortable=True),
        Column("starts", _("Starts on"), sortable=True),
        Column("ends", _("Ends on"), sortable=True),
        Column("state", _("State")),
    )
    sorts = {
        "number": ["pk"],
        "client": ["organisation__name"],
        "manager": ["manager__name"],
        "starts": ["starts_on"],
        "ends": ["ends_on"],
    }
    default_sort = "-number"
    search_fields = ("number", "organisation__name", "manager__name")
    filter_form = ContractFilter
    filters = {"state": "state"}
    caption = _("Contracts")
    empty_title = _("No contracts yet")
    empty_text = _("A contract is drawn up by itself as soon as a client accepts a proposal.")

    def row(self, obj: Any) -> Row:
        signed = {agreement.side for agreement in obj.agreements.all() if agreement.signed_at}
        return Row(
            (
                obj.number,
                obj.organisation.name,
                obj.manager.name,
                obj.starts_on,
                obj.ends_on,
                WAITING[(Side.CLIENT in signed, Side.MANAGER in signed)],
            ),
            url=reverse("bureau:contract-contract", args=[obj.code]),
        )
