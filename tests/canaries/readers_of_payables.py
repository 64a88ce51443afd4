"""What of the manager's side and beside days is read by whom, or tells of nobody, each column with the reason."""

OPEN_OF_PAYABLES: dict[str, str] = {
    f"invoice.{column}": reason
    for reason, columns in {
        "numbers and codes of the house, and a result as the plan says it": (
            "Fee.result Fee.norm Payable.number PayLine.key PaidDay.beside PaidDay.key"
        ),
        "a sentence of the house that the manager agrees to": "SelfBilling.words",
        "as a receipt says them, from which the amount is reckoned": "Expense.gross Expense.vat",
        "shown on no page: it stands on the e-invoice, as it was when that was issued": (
            "SelfBilling.street SelfBilling.postal_code SelfBilling.city"
        ),
        "frozen when it was issued or sent in; made of rates and names that are looked for": (
            "Payable.seller Payable.buyer Payable.vat Payable.net Payable.vat_total Payable.gross Payable.claimed "
            "Payable.deviations PayLine.rate PayLine.amount InvoiceLine.text"
        ),
        "what a machine answers, and rules of a standard that do not hold": (
            "InvoicePapers.receipt InvoicePapers.faults"
        ),
        "an address in a public register of the network of e-invoices": "ClientBilling.end_point",
    }.items()
    for column in columns.split()
}


def of_extras(owner: str) -> dict[str, str]:
    """The client decides about them, and the manager whose expense it is reads what was decided."""
    columns = ("Extra.text", "Extra.amount", "Extra.why", "Expense.agreed", "Expense.reason")
    kept = {f"invoice.{column}": owner + "client manager " for column in columns}
    fees = ("Fee.text", "Fee.why", "Fee.amount", "FeeTerm.amount")
    return kept | {f"invoice.{name}": owner + "client " for name in fees}
