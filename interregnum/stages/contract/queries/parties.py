"""Who agree, and where they are found: address and numbers of the firm, of a client and of a manager's business."""

from typing import Any

from django.utils.translation import gettext as _

from interregnum.people.models import Business


def found_at(row: Any) -> str:
    """Of the firm or a client: street, town, number in the trade register and for VAT, as far as they are known."""
    town = " ".join(filter(None, (row.postal_code, row.city)))
    return ", ".join(filter(None, (row.street, town, *_numbers(row))))


def business_of(manager: Any) -> str:
    """Of a manager, for the own agreement alone: the name of the business, the town and the numbers."""
    row = Business.objects.filter(manager=manager).first()
    return ", ".join(filter(None, (row.trade_name if row else "", manager.place, *(_numbers(row) if row else ()))))


def _numbers(row: Any) -> tuple[str, ...]:
    return (
        _("Chamber of Commerce %(number)s") % {"number": row.kvk} if row.kvk else "",
        _("VAT %(number)s") % {"number": row.vat_number} if row.vat_number else "",
    )
