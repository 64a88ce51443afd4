"""Measures and proves electronic invoices and bank files.

    python bench/einvoice.py [--bills 1000] [--sums 10000] [--lines 10000]

Printed beside what is promised: bills made at random that are written, drawn and checked (0 faults), deliberate faults
and the rule that found each, sums that are reckoned another way (to the cent), and a large file of a bank (30 s).
"""

import argparse
import sys
from fractions import Fraction
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from interregnum.kernel.bill import Bill
from interregnum.outside.bank import read_camt
from interregnum.outside.einvoice import Checker, Profile, faults_of_all, invoice_pdf, read_ubl, ubl
from interregnum.stages.invoice.rules.bank_ledger import match_all
from interregnum.stages.invoice.rules.payments import OpenInvoice, Outcome
from interregnum.stages.invoice.tests.bills import bill
from interregnum.stages.invoice.tests.spoiled import SPOILED
from interregnum.stages.invoice.tests.statements import entry, statement


def prove_files(count: int) -> bool:
    """Each bill as its two profiles take turns: written, drawn, drawn into the file, checked and read back."""
    random, faults, other = Random(2026), 0, 0
    spent = dict.fromkeys(("write", "draw", "check"), 0.0)
    begun = perf_counter()
    with Checker() as checker:
        for place in range(count):
            made, profile = bill(random), list(Profile)[place % 2]
            at = perf_counter()
            plain = ubl(made, profile=profile)
            drawn = perf_counter()
            pdf = invoice_pdf(made, xml=plain, language=("nl", "en")[place % 2])
            checked = perf_counter()
            file = ubl(made, profile=profile, pdf=pdf)
            faults += len(checker.faults(file))
            spent["write"] += drawn - at
            spent["draw"] += checked - drawn
            spent["check"] += perf_counter() - checked
            other += read_ubl(file) != made
    each = ", ".join(f"{name} {1000 * seconds / count:.1f} ms" for name, seconds in spent.items())
    print(f"{count} random bills: {faults} faults (promised 0), {other} read back otherwise (0)")
    print(f"  {perf_counter() - begun:.1f} s in all; {each} each (1,000 drafted, drawn and checked: 120 s)")
    return not faults and not other


def prove_faults() -> bool:
    found = faults_of_all(each.file for each in SPOILED)
    missed = 0
    for each, faults in zip(SPOILED, found, strict=True):
        rules = list(dict.fromkeys(fault.rule for fault in faults))
        missed += each.rule not in rules
        print(f"  {'found ' if each.rule in rules else 'MISSED'} {each.rule:22} {each.name:42} {', '.join(rules)}")
    print(f"{len(SPOILED)} deliberate faults: {missed} missed (promised: 40 found, 0 missed)")
    return not missed


def prove_sums(count: int) -> bool:
    random = Random(7)
    wrong = sum(not agrees(bill(random)) for _ in range(count))
    print(f"{count} bills reckoned another way: {wrong} differ (promised 0)")
    return not wrong


def agrees(made: Bill) -> bool:
    """With fractions: each line half away from nil, VAT once per category and rate, the sums of those."""
    bases: dict[tuple[str, Fraction], int] = {}
    for line in made.lines:
        cents = half_up(Fraction(line.quantity) * Fraction(line.price.amount) * 100)
        kind = (line.category.value, Fraction(line.vat_rate))
        bases[kind] = bases.get(kind, 0) + cents
        if cents != line.amount.cents:
            return False
    net, vat = sum(bases.values()), sum(half_up(base * rate / 100) for (_, rate), base in bases.items())
    sums = (made.net.cents, made.vat_total.cents, made.gross.cents, made.due.cents)
    return sums == (net, vat, net + vat, net + vat - made.prepaid.cents)


def half_up(value: Fraction) -> int:
    whole = int(abs(value) + Fraction(1, 2))
    return -whole if value < 0 else whole


def prove_bank(count: int) -> bool:
    lines = (entry(f"{n}.01", text=f"factuur 2026-{n:05}", name="Noorderlicht", service=f"S{n}") for n in range(count))
    content = statement(*lines)
    begun = perf_counter()
    read = read_camt(content)
    reading = perf_counter() - begun
    again = {line.line_id for line in (*read.payments, *read_camt(content).payments)}
    print(f"bank file of {count} lines, {len(content) / 1e6:.1f} MB: {reading:.1f} s (promised 30 s);", end=" ")
    print(f"read twice it adds {len(again) - count} (0)")
    some = read.payments[:200]
    owed = [
        OpenInvoice(number=f"2026-{n:05}", reference="", open=some[n].amount, name="Noorderlicht") for n in range(200)
    ]
    begun = perf_counter()
    exact = sum(one.outcome is Outcome.EXACT for one in match_all(some, owed))
    print(f"  200 payments on 200 open invoices: {exact} exact, {perf_counter() - begun:.1f} s")
    return len(again) == count == len(read.payments)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, count in (("bills", 1000), ("sums", 10_000), ("lines", 10_000)):
        asked.add_argument(f"--{name}", type=int, default=count)
    of = asked.parse_args()
    kept = [prove_files(of.bills), prove_faults(), prove_sums(of.sums), prove_bank(of.lines)]
    sys.exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
