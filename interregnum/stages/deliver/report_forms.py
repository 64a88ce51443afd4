"""What may be typed in the report of a week: in five minutes, on a phone, over a bad connection."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.minutes import clock
from interregnum.kernel.refused import Reason
from interregnum.kernel.role_mix import RoleMix
from interregnum.stages.deliver import texts
from interregnum.stages.deliver.actions.report_week import Week
from interregnum.stages.deliver.decision_forms import FollowForm, NeedForm, followed_of, needed_of
from interregnum.stages.deliver.hours_forms import MOST_VERSIONS, MinutesField
from interregnum.stages.deliver.queries.reports import Asked, WritePage
from interregnum.stages.deliver.rules.moved import Measure, Moved, read_moved
from interregnum.stages.deliver.rules.states import DecisionState, Mood
from interregnum.web.forms import Form
from interregnum.web.lines import lines_of
from interregnum.web.role_mix import RoleMixField
from interregnum.web.templatetags.web import number

LONGEST = 4000
# More hours than this nobody has for one assignment in one week.
MOST_MINUTES = 60 * 60
EMPTY_LINES = 2
# Three times what was planned is beyond a slip of the finger.
MOST_PERCENT = 300


def _text(label: Any, help_text: Any = "", *, rows: int = 2, required: bool = False) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, widget=widget, max_length=LONGEST, required=required)


class MovedField(forms.CharField):
    """A figure in the unit of the result, or half a sentence; gives a Moved."""

    def __init__(self, asked: Asked, **options: Any) -> None:
        self.measure = Measure(asked.unit, asked.baseline, asked.target)
        self.unit = asked.unit
        attrs = {"autocomplete": "off"}
        super().__init__(label=asked.title, max_length=160, required=False, widget=forms.TextInput(attrs), **options)

    def clean(self, value: Any) -> Moved:
        found = read_moved(super().clean(value), self.measure)
        if isinstance(found, Reason):
            shown = {name: number(each) if isinstance(each, Decimal) else each for name, each in found.facts.items()}
            raise ValidationError(texts.REFUSALS[found.code] % shown)
        return found


class SponsorField(MinutesField):
    """Hours that somebody had; nothing typed says nothing."""

    empty_is_nought = False

    def clean(self, value: Any) -> int | None:  # type: ignore[override]
        minutes = super().clean(value)
        if not 0 <= minutes <= MOST_MINUTES:
            raise ValidationError(_("Write the hours of one week, between 0 and 60."))
        return minutes if str(value or "").strip() else None


class WeekForm(Form):
    """B3 A1: only what changed is typed. `version` is the report that was seen when the form was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_VERSIONS, required=False)
    mood = forms.ChoiceField(label=_("How is it going?"), choices=list(texts.MOODS.items()), widget=forms.RadioSelect)
    progress = _text(_("What was achieved this week?"), _("Two or three sentences."), rows=3, required=True)
    obstacles = _text(_("What is in the way?"), _("It stands as last week; take out what is solved."))
    sponsor = SponsorField(label=_("Time that the client had for you"))
    budget = forms.IntegerField(
        label=_("Budget spent, in percent of what was planned until now"),
        help_text=_("Leave empty when there is no budget."),
        min_value=0,
        max_value=MOST_PERCENT,
        required=False,
    )
    role_mix = RoleMixField(
        label=_("How was your week divided?"), help_text=_("It begins as last week; move what was different.")
    )
    help_wanted = _text(
        _("Where could you use help?"), _("The client does not see this; we and your shadow manager do.")
    )

    def __init__(self, *args: Any, page: WritePage, on: date, **kwargs: Any) -> None:
        self.page, self.asked, self.changed = page, page.asked, []  # type: ignore[var-annotated]
        super().__init__(*args, initial=week_initial(page), **kwargs)
        for one in page.asked:
            self.fields[measured(one.code)] = MovedField(one, help_text=_way(one))
        self.fields["sponsor"].help_text = _asked_of(page)
        self.fieldsets = [
            (_("This week"), ["mood", "progress", *(measured(one.code) for one in page.asked)]),
            (_("Obstacles and support"), ["obstacles", "sponsor", "budget", "help_wanted"]),
            (_("Your role"), ["role_mix"]),
        ]
        if self.is_bound and isinstance(self.data, QueryDict):
            self.data = self._chosen(self.data)
        data = self.data if self.is_bound else None
        self.followed = [
            FollowForm(data, prefix=f"follow-{one.code}", decision=one, on=on) for one in page.open_decisions
        ]
        self.needed = lines_of(
            NeedForm, "decision", data, known=(), extra=EMPTY_LINES, contacts=page.contacts, asked_on=on
        )

    def _chosen(self, typed: QueryDict) -> QueryDict:
        """What was typed, with what stands on the server for each field of which that was chosen."""
        data = typed.copy()
        every = data.get("do") == "stands"
        if self.page.own is not None:
            for name, standing in _standing(self.page).items():
                if every or data.get(f"choose_{name}") == "stands":
                    for key, value in standing.items():
                        data[key] = value
        return data

    def clean(self) -> dict[str, Any]:
        if not all([line.is_valid() for line in (*self.followed, *self.needed)]):
            self.add_error(None, _("A decision is not complete; see the words in red."))
        seen, now = self.cleaned_data.get("version"), self.version_now
        if seen is not None and seen != now and not self.errors:
            self.changed = list(self._differences())
            if self.changed:
                self.add_error(None, texts.REFUSALS["deliver.report_changed"])
            # Whoever was shown both answers, at the next press, the report that stands now.
            self.cleaned_data["version"] = now
            self.send_next("version", now)
        return self.cleaned_data

    @property
    def version_now(self) -> int:
        return self.page.own.version if self.page.own else 0

    def _differences(self) -> Iterator[tuple[str, object, str, str]]:
        """Name, label, what stands on the server and what was typed here, of each field in which they differ."""
        for name, standing in _standing(self.page).items():
            typed = {key: self.data.get(key, "").strip().replace("\r\n", "\n") for key in standing}
            if typed != standing and self.cleaned_data.get(name) != _cleaned(self.fields[name], standing):
                yield name, self.fields[name].label, _shown(name, standing), _shown(name, typed)

    def overtaken(self) -> Iterator[dict[str, str]]:
        """What was typed about a decision that somebody else settled meanwhile; their answer stands."""
        for one in self.page.decisions:
            typed = {name: self.data.get(f"follow-{one.code}-{name}", "") for name in ("state", "words")}
            if not one.is_open and (typed["words"] or typed["state"] not in {"", DecisionState.OPEN}):
                yield {"what": one.what, "words": one.words or str(_("as it was asked")), "typed": typed["words"]}

    def value(self) -> Week:
        data = self.cleaned_data
        moved: dict[str, Moved] = {one.code: data[measured(one.code)] for one in self.asked}
        return Week(
            monday=self.page.monday,
            progress=data["progress"],
            mood=Mood(data["mood"]),
            role_mix=data["role_mix"],
            obstacles=data["obstacles"],
            help_wanted=data["help_wanted"],
            sponsor_minutes=data["sponsor"],
            budget_percent=data["budget"],
            measured={code: one.value for code, one in moved.items() if one.value is not None},
            said={code: one.said for code, one in moved.items() if one.said},
            needed=needed_of(self.needed),
            followed=followed_of(self.followed),
            version=data.get("version"),
        )


def measured(code: str) -> str:
    return f"measured_{code}"


def _way(one: Asked) -> str:
    facts = {"baseline": number(one.baseline), "target": number(one.target)}
    if one.last is None:
        return _("A figure or half a sentence. From %(baseline)s to %(target)s; not measured yet.") % facts
    words = _("A figure or half a sentence. From %(baseline)s to %(target)s; last %(last)s.")
    return words % (facts | {"last": number(one.last)})


def _asked_of(page: WritePage) -> str:
    """Beside the field: what the brief asks, and of whom."""
    if not page.sponsor_asked:
        return str(_("The brief asks no number of hours."))
    facts = {"hours": number(Decimal(page.sponsor_asked) / 60), "who": page.sponsor or page.client}
    return str(_("Of %(who)s; the brief asks %(hours)s hours a week.")) % facts


def week_initial(page: WritePage) -> dict[str, object]:
    """The report as it stands; else what held last week, so that only changes are typed."""
    source = page.own or page.last
    fields: dict[str, object] = {"role_mix": source.role_mix if source else page.role_mix}
    fields["version"] = page.own.version if page.own else 0
    if source:
        fields |= {"mood": source.mood, "obstacles": source.obstacles, "sponsor": _hours(source.sponsor_minutes)}
    if page.own:
        fields |= {"progress": page.own.progress, "help_wanted": page.own.help_wanted}
        fields["budget"] = "" if page.own.budget_percent is None else str(page.own.budget_percent)
        known: dict[str, str] = {code: _short(value) for code, value in page.own.measured.items()} | page.own.said
    else:
        # What nobody has measured yet stays empty: a baseline that is sent along would be a figure of this week.
        known = {one.code: _short(one.last) for one in page.asked if one.last is not None}
    return fields | {measured(code): words for code, words in known.items()}


def _standing(page: WritePage) -> dict[str, dict[str, str]]:
    """The report as it stands on the server, by field, as it would be posted."""
    found: dict[str, dict[str, str]] = {}
    empty = dict.fromkeys((measured(one.code) for one in page.asked), "")
    for name, value in (empty | week_initial(page)).items():
        if isinstance(value, RoleMix):
            found[name] = {f"{name}_{place}": str(share) for place, share in enumerate(value)}
        elif name != "version":
            found[name] = {name: str(value)}
    return found


def _cleaned(field: forms.Field, standing: dict[str, str]) -> Any:
    values = list(standing.values())
    return field.clean(values if len(values) > 1 else values[0])


def _shown(name: str, posted: dict[str, str]) -> str:
    if name == "mood":
        return str(texts.MOODS[Mood(posted[name])])
    return " / ".join(posted.values()) or "–"


def _hours(minutes: int | None) -> str:
    return "" if minutes is None else clock(minutes)


def _short(value: Decimal) -> str:
    """12.50 as "12.5", the way it is typed."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
