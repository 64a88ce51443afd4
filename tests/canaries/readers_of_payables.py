"""What of the manager's side nobody can be told by, each column with the reason."""

OPEN_OF_PAYABLES: dict[str, str] = {
    f"invoice.{column}": reason
    for reason, columns in {
        "numbers and codes of the house": "Payable.number PayLine.key PaidDay.beside PaidDay.key",
        "a sentence of the house that the manager agrees to": "SelfBilling.words",
        "shown on no page: it stands on the e-invoice, as it was when that was issued": (
            "SelfBilling.street SelfBilling.postal_code SelfBilling.city"
        ),
        "frozen when it was issued or sent in; made of rates and names that are looked for": (
            "Payable.seller Payable.buyer Payable.vat Payable.net Payable.vat_total Payable.gross Payable.claimed "
            "Payable.deviations PayLine.rate PayLine.amount"
        ),
    }.items()
    for column in columns.split()
}
