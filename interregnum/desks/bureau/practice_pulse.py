"""The human names of the practice's values about the pulse among employees."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PULSE: dict[str, Promise] = {
    "pulse.every_days": _("Days from one round of a pulse to the next"),
    "pulse.open_days": _("Days that a round of a pulse can be answered"),
    "pulse.fall_tenths": _("Tenths of a point that a pulse falls before it asks for attention"),
    "pulse.silence_percent": _("Percent who answer a pulse under which it asks for attention"),
    "pulse.words_from": _("Answers from which words of employees are shown (never below 10)"),
    "records.pulse_address_days": _("Days after a pulse that addresses of employees are kept"),
    "records.pulse_words_days": _("Days after a round that is kept what employees wrote"),
}
