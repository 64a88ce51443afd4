"""Who agree, and where they are found: address and numbers of the firm, of a client and of a manager's business."""

from typing import Any

from django.utils.translation import gettext as _

from interregnum.people.models import Business


def found_at(row: Any) -> str:
    """Of the firm or a client: street, town, number in the trade register and for VAT, as far as they are known."""
    return _told(row, town=row.city)


def business_of(manager: Any) -> str:
    """The same of a manager, for the own agreement alone, with the name of the business."""
    row = Business.objects.filter(manager=manager).first() or Business()
    return ", ".join(filter(None, (row.trade_name, _told(row, town=manager.place))))


def _told(row: Any, *, town: str) -> str:
    parts = (
        row.street,
        " ".join(filter(None, (row.postal_code, town))),
        _("Chamber of Commerce %(number)s") % {"number": row.kvk} if row.kvk else "",
        _("VAT %(number)s") % {"number": row.vat_number} if row.vat_number else "",
    )
    return ", ".join(filter(None, parts))
