"""A field that is read by the same function as a cell of an imported file, and refused in the same words."""

from collections.abc import Callable
from typing import Any

from django import forms

from interregnum.people.rules.cells import CellError
from interregnum.people.texts import FAULTS


class ReadField(forms.CharField):
    """`read` gives the value, or raises CellError."""

    def __init__(self, *, read: Callable[[str], Any], **options: Any) -> None:
        super().__init__(**options)
        self.read = read

    def clean(self, value: Any) -> Any:
        text: str = super().clean(value)
        try:
            return self.read(text)
        except CellError as bad:
            raise forms.ValidationError(FAULTS[bad.code]) from None
