"""Two profiles side by side, what is chosen of each, and what went up in what."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interregnum.people.queries import list_names
from interregnum.people.rules.duplicates import Ground
from interregnum.people.rules.merging import CHOSEN
from interregnum.records.merging import Held, held_by
from interregnum.web.forms import Form
from interregnum.web.listing import Listing
from interregnum.web.pieces import Cell, Column, Row
from interregnum.web.words import ROLE_MIX, language_name, word_of

GROUNDS: dict[str, Promise] = {
    Ground.MAIL: gettext_lazy("same e-mail address"),
    Ground.BOX: gettext_lazy("e-mail address alike"),
    Ground.PHONE: gettext_lazy("same telephone number"),
    Ground.KVK: gettext_lazy("same KvK number"),
    Ground.NAME: gettext_lazy("same name"),
    Ground.NAME_NEAR: gettext_lazy("name alike"),
    Ground.PLACE: gettext_lazy("same place"),
    Ground.JOB: gettext_lazy("same positions in the same months"),
}
FIELDS: dict[str, Promise] = {
    "name": gettext_lazy("Name"),
    "email": gettext_lazy("E-mail address"),
    "phone": gettext_lazy("Telephone"),
    "place": gettext_lazy("Place"),
    "travel_km": gettext_lazy("Travels (km)"),
    "available_on": gettext_lazy("Available from"),
    "days_a_week": gettext_lazy("Days a week"),
    "day_rate": gettext_lazy("Day rate"),
    "level": gettext_lazy("Level"),
    "disciplines": gettext_lazy("Disciplines"),
    "sectors": gettext_lazy("Sub-sectors"),
    "languages": gettext_lazy("Languages"),
    "summary": gettext_lazy("Summary"),
    "role_mix": gettext_lazy("Role mix"),
}
HELD: dict[str, Promise] = {
    "assignments": gettext_lazy("Assignments"),
    "contracts": gettext_lazy("Contracts"),
    "candidacies": gettext_lazy("Times proposed"),
    "cases": gettext_lazy("Cases"),
    "positions": gettext_lazy("Positions"),
    "cvs": gettext_lazy("CVs"),
    "notes": gettext_lazy("Calls and notes"),
}
SIDES = ("first", "second")


def grounds_in_words(grounds: Iterable[str]) -> str:
    return ", ".join(str(GROUNDS[one]) for one in GROUNDS if one in set(grounds))


class DuplicatesTable(Listing):
    columns = (
        Column("first", gettext_lazy("Name")),
        Column("second", gettext_lazy("Perhaps the same")),
        Column("why", gettext_lazy("Why")),
        Column("points", gettext_lazy("Points"), sortable=True, numeric=True),
    )
    sorts: ClassVar = {"points": ["points"]}
    default_sort = "-points"
    search_fields = ("first__name", "second__name")
    caption = gettext_lazy("Perhaps the same person")
    empty_title = gettext_lazy("Nobody stands here twice")
    empty_text = gettext_lazy("The roster is looked through each night, and whenever somebody comes.")

    def row(self, obj: Any) -> Row:
        first, second = (Cell(one.name, f"{one.place} · {one.email}") for one in (obj.first, obj.second))
        url = reverse("bureau:people-duplicate", args=[obj.code])
        return Row((first.text, second, grounds_in_words(obj.grounds), obj.points), url=url)


@dataclass(frozen=True)
class Compared:
    """One field of both; `choice` is the form's field where they differ."""

    label: object
    first: object
    second: object
    choice: Any = None


class MergeForm(Form):
    """Which profile stays, and of each field that differs whose value; or that these are two people."""

    do = forms.ChoiceField(choices=[(each, each) for each in ("merge", "apart")])
    stays = forms.ChoiceField(
        label=gettext_lazy("Which profile stays"), choices=[(each, each) for each in SIDES], widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, differ: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differ = tuple(differ)
        for name in self.differ:
            self.fields[name] = forms.ChoiceField(
                label=str(FIELDS[name]),
                choices=[(each, each) for each in SIDES],
                widget=forms.RadioSelect,
                required=False,
            )

    def from_loser(self) -> tuple[str, ...]:
        """What is taken from the profile that does not stay; a field that nobody chose stays as it is."""
        stays = self.cleaned_data["stays"]
        return tuple(name for name in self.differ if self.cleaned_data.get(name, stays) not in {"", stays})


def raw_values(manager: Any) -> dict[str, Any]:
    return {choice: tuple(getattr(manager, name) for name in names) for choice, names in CHOSEN.items()}


def differing(first: Any, second: Any) -> tuple[str, ...]:
    one, other = raw_values(first), raw_values(second)
    return tuple(name for name in CHOSEN if one[name] != other[name])


def first_choice(first: Any, second: Any, held: Held) -> dict[str, str]:
    """The profile on which more hangs stays, with its own values; where it has none, the other's."""
    weight = {side: sum(held[side_of.pk].values()) for side, side_of in zip(SIDES, (first, second), strict=True)}
    stays = "second" if weight["second"] > weight["first"] else "first"
    other = SIDES[1 - SIDES.index(stays)]
    here = raw_values(first if stays == "first" else second)
    chosen = {name: stays if any(here[name]) else other for name in differing(first, second)}
    return {"stays": stays} | chosen


def shown_value(name: str, manager: Any, names: tuple[dict[str, str], dict[str, str]]) -> object:
    value = getattr(manager, name)
    match name:
        case "level":
            return word_of(value)
        case "disciplines" | "sectors":
            known = names[0 if name == "disciplines" else 1]
            return ", ".join(known.get(code, code) for code in value)
        case "languages":
            return ", ".join(map(language_name, value))
        case "role_mix":
            return ", ".join(f"{label} {part}%" for label, part in zip(ROLE_MIX, value, strict=True))
        case _:
            return value


def compared(pair: Any, form: MergeForm) -> dict[str, object]:
    """What the page of a pair shows: what differs with a choice, what is the same, and what hangs on each."""
    names, held = list_names(), held_by(pair.first.pk, pair.second.pk)
    lines = [
        Compared(
            label,
            shown_value(name, pair.first, names),
            shown_value(name, pair.second, names),
            form[name] if name in form.differ else None,
        )
        for name, label in FIELDS.items()
    ]
    hanging = [
        Compared(label, held[pair.first.pk].get(name, 0), held[pair.second.pk].get(name, 0))
        for name, label in HELD.items()
    ]
    return {
        "differ": [line for line in lines if line.choice],
        "same": [line for line in lines if not line.choice],
        "hanging": hanging,
        "why": grounds_in_words(pair.grounds),
    }


def merged_lines(merges: QuerySet[Any]) -> list[Cell]:
    """The last merges, each with the page on which it is undone."""
    return [
        Cell(
            _("%(loser)s went up in %(winner)s") % {"loser": row.loser.name, "winner": row.winner.name},
            row.merged_at,
            reverse("bureau:people-merge", args=[row.code]),
        )
        for row in merges
    ]
