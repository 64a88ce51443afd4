"""Subjects that a text speaks of: a lexicon made by hand, so that a person can see why two texts are alike.

A stem is found inside a compound too ("spaarhypotheken"); what stands between bars is a whole word, and a space
makes an idiom.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

STEMS: Mapping[str, str] = {
    "mortgages": "hypothe, mortgage",
    "claims": "schadebehandel, schadeafhandel, schadeafdeling, claims handling, claims depart",
    "policies": "polisadmin, polissen, policy admin",
    "pensions": "pensioen, pension",
    "pension_reform": "|wtp|, pensioentransitie, pensioenstelsel, invaren",
    "savings": "spaarreken, spaarprod, |sparen|, savings",
    "lending": "krediet, leningen, kredietverlening, lending",
    "leasing": "leasing, leasecontract, |lease|",
    "payments": "betaal, betalingsverkeer, payment, incasso",
    "investments": "belegg, vermogensbeheer, investment",
    "money_laundering": "witwas, |wwft|, |kyc|, klantonderzoek, |aml|, money launder",
    "supervision": "toezicht, |dnb|, |afm|, compliance, supervisor, regulator",
    "privacy": "|avg|, |gdpr|, privacy",
    "risk": "risico, risk manag, solvency, basel",
    "audit": "audit, accountantscontrole",
    "reporting": "rapportage, jaarrekening, |ifrs|, verslaglegging, financial reporting",
    "liquidity": "treasury, liquid",
    "costs": "kostenbespar, kostenreductie, begroting, cost saving, cost reduc",
    "backlog": "achterstand, werkvoorraad, backlog",
    "processes": "procesverbeter, processen, |lean|, six sigma, process improve",
    "digitalisation": "digital, automatiser, robotis",
    "systems": "|ict|, kernsysteem, systemen, applicatie, softwarepakket, core system",
    "migration": "migrat, dataconversie, conversie",
    "outsourcing": "uitbested, outsourc, offshor",
    "merger": "fusie, overname, integratie, merger, acquisition",
    "carve_out": "afsplits, ontvlecht, carve out, verzelfstandig",
    "reorganisation": "reorganis, boventallig, sociaal plan, afslank, redundan",
    "works_council": "ondernemingsraad, medezeggenschap, works council",
    "absence": "verzuim, sick leave, absenteeism",
    "recruitment": "werving, vacature, recruit",
    "culture": "cultuur, gedragsverander, culture",
    "leadership": "leiderschap, teamontwikkel, leadership, coach",
    "customer_contact": "klantcontact, klantenservice, callcent, contactcent, customer service",
    "distribution": "distributie, intermediair, tussenpersonen, distribution",
    "product_development": "productontwikkel, productintroduct, product develop",
    "agile": "|agile|, scrum",
    "crisis": "crisis, zwaar weer, faillissement, turnaround, op omvallen",
    "deadlock": "vastgelopen, loopt vast, impasse, deadlock",
    "integrity": "fraude, integriteit, fraud",
    "security": "cyber, informatiebeveilig, |dora|, information security",
    "sustainability": "duurzaam, |esg|, |csrd|, sustainab",
}
BEGINNING = 4


@lru_cache(maxsize=4096)
def concepts_in(text: str) -> tuple[str, ...]:
    """The subjects of a text, in the order of the lexicon.

    >>> concepts_in("De hypotheekadministratie heeft een achterstand.")
    ('mortgages', 'backlog')
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())
    words, stems = _known()
    found = {words[word] for word in re.findall("[a-z0-9]+", letters) if word in words}
    for place in range(len(letters)):
        for stem, concept in stems.get(letters[place : place + BEGINNING], ()):
            if letters.startswith(stem, place):
                found.add(concept)
    return tuple(concept for concept in STEMS if concept in found)


@cache
def _known() -> tuple[Mapping[str, str], Mapping[str, tuple[tuple[str, str], ...]]]:
    """Whole words, and stems by their first letters, each with its subject."""
    words: dict[str, str] = {}
    stems: dict[str, tuple[tuple[str, str], ...]] = {}
    for concept, written in STEMS.items():
        for stem in map(str.strip, written.split(",")):
            if stem.startswith("|"):
                words[stem.strip("|")] = concept
            else:
                stems[stem[:BEGINNING]] = (*stems.get(stem[:BEGINNING], ()), (stem, concept))
    return words, stems
