"""What the manager may type about stakeholders, resistance and how far the people are."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver import stake_texts as texts
from interregnum.stages.deliver.actions.meet_resistance import Choice, Seen
from interregnum.stages.deliver.actions.note_change import Count
from interregnum.stages.deliver.models import Stance
from interregnum.stages.deliver.queries.resistances import Way
from interregnum.stages.deliver.queries.stakes import StancesPage
from interregnum.stages.deliver.rules.commitment import Circle, Commitment, Named, StakeKind, Stand
from interregnum.stages.deliver.rules.readiness import STEPS, OddsPart
from interregnum.stages.deliver.rules.resistance import Approach, Cause, Effect, UptakeKind
from interregnum.web.forms import Form

LONGEST = 2000
MOST_PEOPLE = 50_000
# Nothing is chosen beforehand.
NOTHING = ("", "–")
ONE_TO_FIVE = [NOTHING, *((str(score), str(score)) for score in range(1, 6))]
WHO = ("kind", "name", "people", "circle")
CIRCLES = [NOTHING, *texts.CIRCLES.items()]


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def _text(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, widget=area, max_length=LONGEST, required=required)


def _number(label: Any, help_text: Any = "", *, least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, min_value=least, max_value=MOST_PEOPLE)


def _pick(label: Any, words: Any, help_text: Any = "") -> forms.ChoiceField:
    """One of a few, all in sight."""
    return forms.ChoiceField(label=label, help_text=help_text, choices=list(words.items()), widget=forms.RadioSelect)


def _scale(label: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=help_text, choices=ONE_TO_FIVE)


def _kind(word: str) -> forms.CharField:
    """Which of the two forms of a page was sent, whatever the page asks by now."""
    return forms.CharField(initial=word, widget=forms.HiddenInput, required=False, max_length=20)


class StanceForm(Form):
    """Where somebody stands on a day."""

    noted_on = _day(_("Seen on"))
    now = _pick(_("Where do they stand now?"), texts.LEVELS)
    needed = _pick(_("Where do you need them?"), texts.LEVELS)
    influence = _scale(_("Influence"), _("1: can stop nothing; 5: can stop it or make it."))
    interest = _scale(_("Interest"), _("1: it hardly touches them; 5: their work changes."))
    evidence = _text(
        _("What did you see or hear?"), _("What was done or said; no opinion of the person."), required=False
    )

    def stand(self) -> Stand:
        data = self.cleaned_data
        return Stand(
            noted_on=data["noted_on"],
            influence=int(data["influence"]),
            interest=int(data["interest"]),
            now=Commitment(data["now"]),
            needed=Commitment(data["needed"]),
            evidence=data["evidence"],
        )


class NamedForm(Form):
    """Who it is."""

    kind = _pick(_("Person or group?"), texts.KINDS, _("A group or a role is better than a person, where it will do."))
    name = forms.CharField(label=_("Name or role"), max_length=120)
    people = _number(_("How many people?"), _("For a group."), least=1)
    circle = forms.ChoiceField(
        label=_("Where do they stand in the organisation?"),
        help_text=_("Client and bureau read this word and how many people there are, never the name."),
        choices=CIRCLES,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].required = False

    def named(self) -> Named:
        data = self.cleaned_data
        return Named(
            kind=StakeKind(data["kind"]),
            name=data["name"],
            circle=Circle(data["circle"]),
            people=data["people"] or 1,
        )


class StakeholderForm(NamedForm, StanceForm):
    """Who it is, and where they stand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fieldsets = [
            (_("Who"), list(WHO)),
            (_("Where they stand"), ["now", "needed", "influence", "interest", "noted_on", "evidence"]),
        ]


class CorrectionForm(NamedForm):
    """What was written wrong; `version` is what was read."""

    do = _kind("correct")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*WHO])


def correction_initial(page: StancesPage) -> dict[str, Any]:
    told = {name: getattr(page, name) for name in ("kind", "name", "people", "version")}
    return told | {"circle": page.circle_code}


def stance_initial(last: Stance) -> dict[str, Any]:
    """As it was last time, so that only what changed is typed."""
    return {name: getattr(last, name) for name in ("now", "needed", "influence", "interest")}


class ResistanceForm(Form):
    """What was seen, of whom, and what is behind it."""

    stakeholder = forms.ChoiceField(label=_("Of whom?"))
    behaviour = _text(_("What did you see or hear?"), _("What was done or said; no opinion of the person."))
    cause = _pick(_("What is behind it?"), texts.CAUSES)
    seen_on = _day(_("Seen on"))

    def __init__(self, *args: Any, stakeholders: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stakeholder"].choices = list(stakeholders)  # type: ignore[attr-defined]

    def value(self) -> Seen:
        data = self.cleaned_data
        return Seen(
            **{name: data[name] for name in ("stakeholder", "behaviour", "seen_on")}, cause=Cause(data["cause"])
        )


class ApproachForm(Form):
    """Which of the six, why, and who does it. The suggested ones stand first; a person chooses."""

    do = _kind("approach")
    approach = forms.ChoiceField(label=_("Which approach do you choose?"), widget=forms.RadioSelect)
    why = _text(_("Why this one?"))
    carried_out_by = forms.CharField(label=_("Who does it?"), max_length=120)

    def __init__(self, *args: Any, ways: Sequence[Way], is_guarded: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_guarded:
            told = _("A role, a seat or insisting costs trust: your shadow manager gives a word on it first.")
            self.fields["approach"].help_text = told
        self.fields["approach"].choices = [(way.approach.value, way.label) for way in ways]  # type: ignore[attr-defined]

    def value(self) -> Choice:
        data = self.cleaned_data
        names = ("why", "carried_out_by")
        return Choice(approach=Approach(data["approach"]), **{name: data[name] for name in names})


class WordForm(Form):
    """The shadow manager's own word."""

    do = _kind("word")
    agrees = forms.ChoiceField(
        label=_("Your word"),
        choices=[("yes", _("I agree")), ("no", _("I advise against it"))],
        widget=forms.RadioSelect,
    )
    why = _text(_("Why?"), _("The manager reads this, and nobody else."))

    def value(self) -> dict[str, Any]:
        return {"agrees": self.cleaned_data["agrees"] == "yes", "why": self.cleaned_data["why"]}


class ButtonForm(Form):
    """Only its button."""


class EffectForm(Form):
    do = _kind("effect")
    effect = _pick(_("What did it do?"), texts.EFFECTS)
    seen = _text(_("What do you see that by?"))

    def value(self) -> dict[str, Any]:
        return {"effect": Effect(self.cleaned_data["effect"]), "seen": self.cleaned_data["seen"]}


class ReadinessForm(Form):
    """Five scores of one circle."""

    circle = forms.ChoiceField(label=_("Of whom?"), choices=CIRCLES)
    people = _number(_("How many people are that?"), least=1)
    noted_on = _day(_("Seen on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for step in STEPS:
            self.fields[step.value] = _scale(texts.STEPS[step], texts.STEP_HELP[step])
        self.fieldsets = [
            (_("Who"), ["circle", "people", "noted_on"]),
            (_("1: not at all; 5: fully"), [step.value for step in STEPS]),
        ]

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        scores = {step: int(data[step.value]) for step in STEPS}
        return {"circle": Circle(data["circle"]), "scores": scores} | {
            name: data[name] for name in ("people", "noted_on")
        }


class OddsForm(Form):
    """Five questions, each with four answers from best to worst."""

    noted_on = _day(_("Seen on"))
    remark = _text(_("Remark"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in OddsPart:
            answers = {str(score): words for score, words in enumerate(texts.ODDS_SCALES[part], start=1)}
            self.fields[part.value] = _pick(texts.ODDS[part], answers)
        self.order_fields([*(part.value for part in OddsPart), "noted_on", "remark"])

    def value(self) -> dict[str, Any]:
        data = self.cleaned_data
        scores = {part: int(data[part.value]) for part in OddsPart}
        return {"scores": scores, "noted_on": data["noted_on"], "remark": data["remark"]}


class UptakeForm(Form):
    """One count: of a session, or of the work of a day or week."""

    kind = _pick(_("What did you count?"), texts.UPTAKE)
    part = _number(_("How many came, or went the new way?"))
    rest = _number(_("How many stayed away, or went the old way?"))
    counted_on = _day(_("Counted on"))

    def value(self) -> Count:
        data = self.cleaned_data
        return Count(kind=UptakeKind(data["kind"]), **{name: data[name] for name in ("counted_on", "part", "rest")})
