"""The list of contracts."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.stages.contract.rules.states import ContractState
from interregnum.stages.contract.rules.turns import whose_turn
from interregnum.stages.contract.texts import STATES, WAITS_FOR
from interregnum.web.listing import Listing
from interregnum.web.pieces import Badge, Column, Row, Tone

TONES = {ContractState.SIGNED: Tone.GOOD, ContractState.LAPSED: Tone.BAD, ContractState.WITHDRAWN: Tone.NEUTRAL}


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
        return Row(
            (
                obj.number,
                obj.organisation.name,
                obj.manager.name,
                obj.starts_on,
                obj.ends_on,
                _state(obj),
            ),
            url=reverse("bureau:contract-contract", args=[obj.code]),
        )


def _state(obj: Any) -> Badge:
    """How it stands, or for whom it waits; the agreements were read with it."""
    signed = [agreement.side for agreement in obj.agreements.all() if agreement.signed_at]
    turn = whose_turn(obj.signs_first, signed=signed)
    if obj.state == ContractState.DRAWN and turn:
        return Badge(WAITS_FOR[turn], Tone.WARN)
    return Badge(STATES[obj.state], TONES[obj.state])
