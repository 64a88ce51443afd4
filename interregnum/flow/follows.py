"""What is done now because something happened, in the same transaction. The only table of consequences."""

from interregnum.journal.record import Follower
from interregnum.kernel.fact import Fact
from interregnum.stages.ask.facts import TriageConfirmed
from interregnum.stages.brief.actions.draft_brief import draft_brief
from interregnum.stages.choose.facts import ProposalAccepted
from interregnum.stages.contract.actions.draw_contract import draw_contract
from interregnum.stages.contract.facts import ContractSigned
from interregnum.stages.deliver.actions.open_assignment import open_assignment

FOLLOWS: dict[type[Fact], tuple[Follower, ...]] = {
    TriageConfirmed: (draft_brief,),
    ProposalAccepted: (draw_contract,),
    ContractSigned: (open_assignment,),
}
