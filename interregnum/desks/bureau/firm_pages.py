"""What the pages of the firm are given."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from interregnum.people.firm import FirmData
from interregnum.web.pieces import Step, StepState, Tab

PAGES = (
    ("bureau:firm", _("Data")),
    ("bureau:firm-look", _("Logo and languages")),
    ("bureau:firm-mail", _("Mail and address")),
)


@dataclass(frozen=True)
class FirmPage:
    """`steps` during the set-up, `tabs` afterwards."""

    here: str
    is_set_up: bool
    has_password: bool
    has_logo: bool
    steps: tuple[Step, ...]
    tabs: tuple[Tab, ...]


def firm_page(data: FirmData, *, here: str) -> FirmPage:
    place = [address for address, _label in PAGES].index(here)
    states = (StepState.DONE, StepState.CURRENT, StepState.TODO)
    steps = (
        Step(_("You"), StepState.DONE),
        *(
            Step(label, states[1 + (number > place) - (number < place)], reverse(address) if number < place else "")
            for number, (address, label) in enumerate(PAGES)
        ),
    )
    tabs = tuple(Tab(label, reverse(address), address == here) for address, label in PAGES)
    return FirmPage(here, data.is_set_up, data.has_password, data.has_logo, steps, tabs)
