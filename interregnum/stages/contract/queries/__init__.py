"""What pages and other stages may know of contracts."""

from interregnum.stages.contract.queries.access import SIDE_OF, agreement_of, contract_of, contracts_table, next_to_sign
from interregnum.stages.contract.queries.documents import Document, document_of, language_of
from interregnum.stages.contract.queries.downloads import (
    Download,
    document_download,
    own_document_download,
    scan_download,
)
from interregnum.stages.contract.queries.facts import (
    ContractFacts,
    ContractLine,
    ToSign,
    contract_facts,
    contract_of_brief,
    contracts_of,
    contracts_to_sign,
)
from interregnum.stages.contract.queries.frameworks import frameworks_to_sign
from interregnum.stages.contract.queries.pages import (
    OwnContractPage,
    bureau_contract_page,
    own_contract_page,
)

__all__ = [
    "SIDE_OF",
    "ContractFacts",
    "ContractLine",
    "Document",
    "Download",
    "OwnContractPage",
    "ToSign",
    "agreement_of",
    "bureau_contract_page",
    "contract_facts",
    "contract_of",
    "contract_of_brief",
    "contracts_of",
    "contracts_table",
    "contracts_to_sign",
    "document_download",
    "document_of",
    "frameworks_to_sign",
    "language_of",
    "next_to_sign",
    "own_contract_page",
    "own_document_download",
    "scan_download",
]
