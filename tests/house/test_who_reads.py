"""At each field of ensure and guarantee with words about people and their work it says who will read it."""

import importlib
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.utils.translation import override

from interregnum.stages import ensure, guarantee
from interregnum.stages.ensure.rules.ladder import LadderStep
from interregnum.web.forms import Form

SAYS = {"en": re.compile(r"\breads? (this|it)\b|shown to nobody"), "nl": re.compile(r"\b(leest|lezen)\b|aan niemand")}
OPTIONS: dict[str, dict[str, Any]] = {
    "AppointForm": {"candidates": ()},
    "BoundsForm": {"parts": ()},
    "StepForm": {"step": LadderStep.THIRD},
}
# No text is typed here, and what is chosen says as much of somebody.
CHOSEN = {"guarantee.ComplainForm.reason"}
# The page says it above the form: its template, and how that begins.
ABOVE = {
    **{
        f"ensure.PreparationForm.{name}": ("ensure/review_prepare.html", "What you write here nobody else reads")
        for name in ("reason", "assignment", "mandate", "commitment", "risks", "anchoring")
    },
    "ensure.OutcomeForm.why": ("ensure/bureau/outcome.html", "The firm alone reads this"),
}
# A field before it in the form says it for both.
BEFORE = {
    "ensure.MinutesForm.decision_why": ("minutes", "read this, and why you decide"),
    "ensure.MoveForm.why": ("place", "read this, and why"),
    "ensure.IntroducedForm.tie": ("name", "read this, and what ties the two"),
    "guarantee.CauseForm.lesson": ("words", "read this and what stands below"),
    "guarantee.HandOverForm.contacts": ("document", "read this and what stands below"),
    "guarantee.HandOverForm.decisions": ("document", "read this and what stands below"),
}


def made(stage: Any) -> dict[str, Form]:
    """Every form of a stage, empty, by the name of the stage and its own."""
    names = [one.name for one in pkgutil.iter_modules(stage.__path__) if one.name.endswith("forms")]
    modules = [importlib.import_module(f"{stage.__name__}.{name}") for name in names]
    found = [
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Form) and one.__module__ == module.__name__
    ]
    return {
        f"{stage.__name__.rpartition('.')[2]}.{one.__name__}": one(**OPTIONS.get(one.__name__, {})) for one in found
    }


FORMS = made(ensure) | made(guarantee)
FIELDS = {
    f"{form}.{name}": field
    for form, one in FORMS.items()
    for name, field in one.fields.items()
    if (isinstance(field, forms.CharField) or f"{form}.{name}" in CHOSEN) and not field.widget.is_hidden
}


@pytest.mark.parametrize("language", SAYS)
@pytest.mark.parametrize("name", sorted(FIELDS.keys() - ABOVE.keys() - BEFORE.keys()))
def test_a_field_says_who_reads_it(name: str, language: str) -> None:
    with override(language):
        assert SAYS[language].search(str(FIELDS[name].help_text)), str(FIELDS[name].help_text)


@pytest.mark.parametrize("name", sorted(ABOVE))
def test_or_the_page_above_it_does(name: str) -> None:
    assert name in FIELDS
    template, words = ABOVE[name]
    stage = ensure if template.startswith("ensure/") else guarantee
    assert words in (Path(stage.__path__[0]) / "templates" / template).read_text()


@pytest.mark.parametrize("name", sorted(BEFORE))
def test_or_a_field_before_it_does(name: str) -> None:
    assert name in FIELDS
    form, _, _field = name.rpartition(".")
    before, words = BEFORE[name]
    with override("en"):
        assert words in str(FIELDS[f"{form}.{before}"].help_text)
