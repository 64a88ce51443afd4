"""Who is named in a field where a name or a function may stand: of a function no word is a name."""

import re
from collections.abc import Iterable, Iterator

from interregnum.stages.learn.rules.case_names import ADDRESSED, PARTICLES, TITLES, TRADE
from interregnum.stages.learn.rules.case_words import plain, words

_FUNCTIONS = """
directeur directie directeuren bestuur bestuurder raad manager managers management team teams teamleider teamleiders
teamlead hoofd afdeling afdelingshoofd lead leider leiding projectleider programmamanager coordinator medewerker
medewerkers adviseur controller voorzitter secretaris lid leden director board head chair officer ceo cfo coo cio cro
cto chro ciso hr it operations finance risk sales marketing opvolger successor eigenaar owner sponsor actuaris actuary
accountant auditor jurist jurists analist analyst specialist expert assistent assistant opdrachtgever client partner
toezichthouder supervisor trainer coach architect planner acceptant underwriter behandelaar ondernemingsraad vakbond
"""
FUNCTIONS = frozenset(_FUNCTIONS.split())
# What a longer word ends in when it is a function: "teammanager", "bestuursvoorzitter".
_TAILS = """
manager directeur hoofd leider adviseur medewerker voorzitter officer analist specialist behandelaar coordinator
secretaris bestuurder controller directie director
"""
_ENDS_IN = tuple(_TAILS.split())
# Ordinary words that say of what somebody is the head, or which one of several they are.
_ORDINARY = """
acceptatie schade schadebehandeling claims claim polis polissen administratie administration uitkering uitkeringen
risico risicobeheer risicos compliance audit juridisch juridische legal zaken affairs personeel people human resources
ict informatie information data digitaal digitale digital digitalisering verandering change transformatie
transformation programma program programme project projecten projects portfolio portefeuille proces processen process
processes kwaliteit quality klant klanten client clients clienten klantenservice klantcontact customer customers
service commercieel commerciele commercial verkoop inkoop procurement communicatie communication communications
strategie strategy strategisch strategische strategic beleid policy ontwikkeling development innovatie innovation
product producten products distributie distribution intern interne internal extern externe external zakelijk
zakelijke particulier particuliere business retail corporate algemeen algemene general adjunct deputy
plaatsvervangend plaatsvervangende waarnemend waarnemende acting interim senior junior medior vice eerste tweede derde
first second noord zuid oost west midden north south east regio region regional regionaal department unit backoffice
frontoffice back front office middle middenkantoor keten chain medezeggenschap works council toezicht supervisory
commissarissen nieuw nieuwe new vorige huidige current former technisch technische technical operationeel operationele
operational chief werk work uitvoering planning control controle actuarieel actuariele actuarial boekhouding
accounting reporting rapportage tax fiscaal fiscale treasury incasso collections onderhoud maintenance facilitair
facilitaire facility opleiding opleidingen training learning recht law bedrijfsvoering bedrijfsbureau secretariaat
ondersteuning support deelnemers deelnemer members member werkgevers werknemers employers employees waarde value
"""
ORDINARY = frozenset(_ORDINARY.split()) | TRADE
# What an ordinary longer word ends in: "polisadministratie", "relatiebeheer".
_WIDER_TAILS = """
administratie beheer zaken behandeling beheersing ontwikkeling verwerking dienst afdeling
"""
_WIDER = tuple(_WIDER_TAILS.split())
# After one of these a word with a capital is a surname where the text begins with no function: "Jan de Raad".
_OF = frozenset({"de", "den", "der", "van", "ten", "ter", "het", "la", "le"})
# Beside a name stands what somebody does.
_APART = re.compile(r"[,;:()/|]|\s[-–]\s")
NAME_AND_SURNAME = 2


def people_among(typed: Iterable[str]) -> tuple[str, ...]:
    """Of fields in which mostly a function stands, the names: two words with a capital, or one that is addressed.

    >>> people_among(["de directie", "Marieke de Groot, teamleider", "Teamleider Acceptatie", "de heer Pals"])
    ('Marieke de Groot', 'de heer Pals')
    """
    return tuple(name for name in names_among(typed) if _is_surely(name))


def names_among(typed: Iterable[str]) -> tuple[str, ...]:
    """Of fields in which mostly a name stands, all that is no function.

    >>> names_among(["Hoofd acceptatie", "Sandra", "Sandra Pals hoofd acceptatie", "Jan de Raad"])
    ('Sandra', 'Sandra Pals', 'Jan de Raad')
    """
    parts = (part.split() for text in typed for part in _APART.split(text))
    return tuple(name for part in parts if part for name in _names(part))


def _names(part: list[str]) -> Iterator[str]:
    """A part with a function in it is cut there; what begins with one names nobody but by name and surname."""
    kinds = [_is_function(word) for word in part]
    if not kinds[0]:
        kinds = [kind and not _is_surname(part, place) for place, kind in enumerate(kinds)]
    if not any(kinds):
        if not all(_is_ordinary(word) for word in part):
            yield " ".join(part)
        return
    for run in _runs(part, kinds):
        own = [word for word in run if _own(word)]
        if own and (not kinds[0] or _capitals(own) >= NAME_AND_SURNAME or _is_addressed(run)):
            yield " ".join(run)


def _runs(part: list[str], kinds: list[bool]) -> Iterator[list[str]]:
    """What stands between functions and ordinary words."""
    run: list[str] = []
    for word, is_function in zip(part, kinds, strict=True):
        if is_function or _is_ordinary(word):
            yield run
            run = []
        else:
            run.append(word)
    yield run


def _is_function(word: str) -> bool:
    said = _plainly(word)
    return said in FUNCTIONS or said.endswith(_ENDS_IN)


def _is_surname(part: list[str], place: int) -> bool:
    return place > 0 and part[place][:1].isupper() and part[place - 1].lower() in _OF


def _is_ordinary(word: str) -> bool:
    said = _plainly(word)
    return not said or said in ORDINARY or said.endswith(_WIDER)


def _own(word: str) -> bool:
    return _plainly(word) not in PARTICLES | TITLES


def _plainly(word: str) -> str:
    return "".join(each.text for each in words(plain(word)))


def _capitals(text: Iterable[str]) -> int:
    return sum(word[:1].isupper() for word in text)


def _is_addressed(text: Iterable[str]) -> bool:
    return any(_plainly(word) in ADDRESSED for word in text)


def _is_surely(name: str) -> bool:
    said = name.split()
    capitals = _capitals(said)
    return capitals >= NAME_AND_SURNAME or (capitals == 1 and _is_addressed(said))
