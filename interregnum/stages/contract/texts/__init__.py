"""Words for a person: states, refusals and facts of this stage; the wording of the clauses stands beside it."""

from django.utils.translation import gettext_lazy as _

from interregnum.stages.contract.rules.states import ContractState, Side

SIDES = {Side.CLIENT: _("Agreement with the client"), Side.MANAGER: _("Agreement with the interim manager")}
STATES = {ContractState.DRAWN: _("To be signed"), ContractState.SIGNED: _("Signed")}
SIGNED = {Side.CLIENT: _("The client signed"), Side.MANAGER: _("The interim manager signed")}
REFUSALS = {
    "contract.ends_before_start": _("The contract would end before it starts."),
    "contract.days_impossible": _("A week has one to seven days."),
    "contract.rate_not_positive": _("A day rate is more than nothing."),
    "contract.rate_below_cost": _("The client's day rate is lower than the manager's."),
    "contract.not_your_side": _("This agreement is for the other side to sign."),
    "contract.not_ready": _("The document is still being made. Wait a moment and sign after you have read it."),
    "contract.name_empty": _("Type your first and last name to sign."),
    "contract.already_signed": _("This agreement has been signed already."),
    "contract.asked_just_now": _("They were mailed less than an hour ago. Wait a little, or call them."),
    "contract.nobody_to_ask": _("Both sides have signed: there is nobody left to ask."),
}
FACTS = {
    "ContractDrawn": _("The contract was drawn up"),
    "AgreementSigned": _("An agreement was signed"),
    "ContractSigned": _("The contract is complete: both sides have signed"),
    "SigningAsked": _("The bureau asked again for a signature"),
}
DETAILS = {"AgreementSigned": lambda fact: SIGNED[Side(fact["side"])]}
