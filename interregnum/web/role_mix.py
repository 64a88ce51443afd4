"""The role mix on a form: four numbers that add up to 100, sliders where JavaScript runs."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interregnum.kernel.role_mix import RoleMix


class RoleMixWidget(forms.MultiWidget):
    template_name = "web/widgets/role_mix.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__([forms.NumberInput() for _part in range(4)], attrs)

    def decompress(self, value: RoleMix | Sequence[int] | None) -> list[int]:
        return list(value) if value else [25, 25, 25, 25]


class RoleMixField(forms.MultiValueField):
    """B3: gives a RoleMix; the parts are posted as name_0 to name_3."""

    widget = RoleMixWidget
    default_error_messages = {
        "sum": _("The four roles add up to 100%%; now they are %(sum)s%% together."),
        "incomplete": _("Fill in all four roles; nought is allowed."),
    }

    def __init__(self, **options: Any) -> None:
        parts = [forms.IntegerField(min_value=0, max_value=100) for _part in range(4)]
        super().__init__(parts, **{"require_all_fields": False, **options})

    def compress(self, data_list: list[int]) -> RoleMix | None:
        if not data_list:
            return None
        if sum(data_list) != 100:
            raise forms.ValidationError(self.error_messages["sum"], code="sum", params={"sum": sum(data_list)})
        return RoleMix(*data_list)
