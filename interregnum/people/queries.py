"""What pages and stages may know of people and lists."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.conf import settings
from django.db.models import Value
from django.utils.translation import get_language

from interregnum.kernel.actor import BUREAU
from interregnum.people.models import Account, Discipline, Firm, Organisation, Sector
from interregnum.people.models.managers import PROFILE


@dataclass(frozen=True)
class ListWords:
    """A discipline or sub-sector (`field`) by code, its names and the firm's own words for it, Dutch and English."""

    field: str
    code: str
    names: tuple[str, str]
    words: tuple[str, str]


@dataclass(frozen=True)
class Person:
    """Who somebody is: the name, and the codes of the client organisations where they have a seat."""

    name: str
    organisations: frozenset[str]


type People = Mapping[str, Person]


def profile_at(path: str) -> tuple[str, ...]:
    """What to `defer` of the managers at the end of this path where only names and terms are shown."""
    return tuple(f"{path}__{name}" for name in PROFILE)


def firm() -> Firm:
    """The firm that runs this installation. Raises Firm.DoesNotExist before it was set up."""
    return Firm.objects.get()


def present_firm() -> Firm | None:
    """The firm with its logo, None before its set-up has begun."""
    return Firm.objects.select_related("logo").first()


def site_of_firm() -> str:
    """The address that the firm has given its site, "" for none."""
    row = Firm.objects.first()
    return row.site if row else ""


def has_firm() -> bool:
    return Firm.objects.exists()


def firm_is_demonstration() -> bool:
    """True as well until a firm was set up: then nothing real can be lost."""
    return not Firm.objects.filter(is_demonstration=False, is_set_up=True).exists()


def firm_is_being_set_up() -> bool:
    """True until the last page of the set-up, also before the first one."""
    return not Firm.objects.filter(is_set_up=True).exists()


def discipline_choices() -> list[tuple[str, str]]:
    """The disciplines in use, in the reader's language."""
    return [(row.code, _name(row)) for row in Discipline.objects.filter(is_active=True)]


def sector_choices() -> list[tuple[str, str]]:
    """The sub-sectors in use, in the reader's language, after an empty one."""
    return [("", "–"), *((row.code, _name(row)) for row in Sector.objects.filter(is_active=True))]


def language_choices() -> list[tuple[str, str]]:
    """The languages that the firm speaks, its first one in front; all of them before there is a firm."""
    names, row = dict(settings.LANGUAGES), Firm.objects.first()
    return [(code, names[code]) for code in (row.languages if row else names)]


def list_names() -> tuple[dict[str, str], dict[str, str]]:
    """Code -> name of every discipline and of every sub-sector, also when switched off, in one question."""
    names: tuple[dict[str, str], dict[str, str]] = ({}, {})
    columns = ("field", "position", "code", "name_nl", "name_en")
    disciplines = Discipline.objects.order_by().annotate(field=Value(0)).values_list(*columns)
    sectors = Sector.objects.order_by().annotate(field=Value(1)).values_list(*columns)
    is_english = get_language() == "en"
    for field, _position, code, dutch, english in disciplines.union(sectors, all=True).order_by("position", "code"):
        names[field][code] = english if is_english else dutch
    return names


def bureau_choices() -> list[tuple[str, str]]:
    """Whoever may guard a request, by account code."""
    people = Account.objects.filter(is_active=True, seats__role__in=BUREAU).distinct().order_by("name")
    return list(people.values_list("code", "name"))


def guard_to_be(code: str) -> Account | None:
    """Whoever may guard a request, held until the end: of an account that is closed meanwhile, nothing more."""
    rows = Account.objects.select_for_update(of=("self",), no_key=True).filter(code=code, is_active=True)
    return rows.filter(seats__role__in=BUREAU).first()


def names_by_sector(sectors: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """The client organisations of some sub-sectors, by name."""
    rows = Organisation.objects.filter(sector__in=set(sectors) - {""}).order_by("sector", "name")
    pairs = rows.values_list("sector", "name")
    return {sector: tuple(name for _sector, name in some) for sector, some in groupby(pairs, itemgetter(0))}


def organisation_name(code: str) -> str:
    return Organisation.objects.values_list("name", flat=True).get(code=code)


def email_of(account: str) -> str:
    return Account.objects.values_list("email", flat=True).get(code=account)


def people_of(accounts: Iterable[str]) -> People:
    """Account code -> who that is, in one question."""
    rows = Account.objects.filter(code__in=set(accounts)).values_list("code", "name", "seats__organisation__code")
    found: dict[str, Person] = {}
    for code, name, organisation in rows:
        before = found[code].organisations if code in found else frozenset()
        found[code] = Person(name, before | ({organisation} if organisation else set()))
    return found


def _name(row: Discipline | Sector) -> str:
    return row.name_en if get_language() == "en" else row.name_nl


def list_words() -> tuple[ListWords, ...]:
    """The disciplines and sub-sectors in use with the words by which texts speak of them, in the order of the lists."""
    return tuple(
        ListWords(field, row.code, (row.name_nl, row.name_en), (row.words_nl, row.words_en))
        for field, model in (("discipline", Discipline), ("sector", Sector))
        for row in model.objects.filter(is_active=True)
    )
