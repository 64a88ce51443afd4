"""What a bank line says of a person goes with that person; what the books need of it stays.

The law wants day, amount, account and what it was paid for kept for seven years (art. 52 AWR): those stay, with the
reference of the bank. The name stands on the invoice that was paid, which stays too. The name at the bank, the free
text and what somebody of the firm wrote beside the line are needed for nothing.
"""

from django.db.models import Q, Value
from django.db.models.functions import Replace, Upper

from interregnum.people.models import Business
from interregnum.records.persons import Person
from interregnum.stages.invoice.models import BankLine, Payment
from interregnum.stages.invoice.rules.payments import plain

EMPTY = {"name": "", "text": "", "words": ""}


def empty_bank_lines(person: Person) -> int:
    """Lines of the person's own accounts, and those of their name; gives how many."""
    ibans = {plain(iban) for iban in _accounts(person) if iban}
    names = {word for word in person.needles if "@" not in word and word.strip()}
    named = Q(pk=None)
    for name in names:
        named |= Q(name__iexact=name)
    rows = BankLine.objects.annotate(account=Upper(Replace("iban", Value(" "), Value(""))))
    keys = list(rows.filter(named | Q(account__in=ibans)).exclude(**EMPTY).values_list("pk", flat=True))
    # The payments of a line bear its reference, or its free text where it has none.
    Payment.objects.filter(line__in=keys, line__reference="").update(reference="")
    return BankLine.objects.filter(pk__in=keys).update(**EMPTY)


def _accounts(person: Person) -> list[str]:
    return list(Business.objects.filter(manager__code__in=person.managers).values_list("iban", flat=True))
