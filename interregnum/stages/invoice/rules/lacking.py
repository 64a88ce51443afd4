"""What must stand on an invoice by law, or for it to be paid and to be read by machines, and is missing or wrong."""

from stdnum import iban as ibans
from stdnum.eu import vat

from interregnum.kernel.bill import Party
from interregnum.kernel.vat import EU, HOME
from interregnum.stages.invoice.rules.end_points import OIN, is_end_point


def lacking(seller: Party, iban: str, buyer: Party) -> tuple[str, ...]:
    """Codes of what is to be mended before an invoice may have its number, the firm's own first."""
    checks = (
        (not seller.kvk, "invoice.firm_kvk"),
        (not seller.vat, "invoice.firm_vat_number"),
        (seller.vat != "" and not vat.is_valid(seller.vat), "invoice.firm_vat_wrong"),
        (not iban, "invoice.firm_iban"),
        (iban != "" and not ibans.is_valid(iban), "invoice.firm_iban_wrong"),
        (not (seller.street and seller.city), "invoice.firm_address"),
        (not (buyer.street and buyer.city), "invoice.buyer_address"),
        (_wants_kvk(buyer), "invoice.buyer_kvk"),
        (buyer.vat != "" and buyer.country in EU and not vat.is_valid(buyer.vat), "invoice.buyer_vat_wrong"),
        (not buyer.end_point[1] and not _wants_kvk(buyer), "invoice.buyer_end_point"),
        (buyer.end_point[1] != "" and not is_end_point(":".join(buyer.end_point)), "invoice.buyer_end_point_wrong"),
    )
    return tuple(code for is_lacking, code in checks if is_lacking)


def lacking_of_manager(seller: Party, iban: str) -> tuple[str, ...]:
    """Codes of what a manager has to mend before the firm may make an invoice in the manager's name."""
    checks = (
        (seller.country == HOME and not seller.kvk, "invoice.manager_kvk"),
        (not seller.vat, "invoice.manager_vat_number"),
        (seller.vat != "" and not vat.is_valid(seller.vat), "invoice.manager_vat_wrong"),
        (not iban, "invoice.manager_iban"),
        (iban != "" and not ibans.is_valid(iban), "invoice.manager_iban_wrong"),
        (not (seller.street and seller.city), "invoice.manager_address"),
    )
    return tuple(code for is_lacking, code in checks if is_lacking)


def lacking_to_self_bill(seller: Party, iban: str, buyer: Party) -> tuple[str, ...]:
    """The same of an invoice that the firm makes in a manager's name: the manager sells, the firm buys."""
    checks = (
        (not buyer.kvk, "invoice.firm_kvk"),
        (not buyer.vat, "invoice.firm_vat_number"),
        (buyer.vat != "" and not vat.is_valid(buyer.vat), "invoice.firm_vat_wrong"),
        (not (buyer.street and buyer.city), "invoice.firm_address"),
    )
    return lacking_of_manager(seller, iban) + tuple(code for is_lacking, code in checks if is_lacking)


def _wants_kvk(buyer: Party) -> bool:
    """A government body has an OIN in its place."""
    return buyer.country == HOME and not buyer.kvk and buyer.end_point[0] != OIN
