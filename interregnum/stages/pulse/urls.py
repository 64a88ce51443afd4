"""Addresses of the pulse among employees."""

from django.urls import path

from interregnum.stages.pulse.views import front, pulse

_pulse = path("assignments/<slug:code>/pulse/", pulse.pulse, name="pulse-pulse")
_set_up = path("assignments/<slug:code>/pulse/set-up/", pulse.set_up, name="pulse-set-up")
_addresses = path("assignments/<slug:code>/pulse/addresses/", pulse.addresses, name="pulse-addresses")
_sheet = path("assignments/<slug:code>/pulse/sheet/", pulse.sheet, name="pulse-sheet")

bureau_urls = [
    _pulse,
    _set_up,
    _addresses,
    _sheet,
    path("pulse-words/<slug:code>/", pulse.hide, name="pulse-hide"),
]
client_urls = [_pulse, _addresses]
manager_urls = [_pulse, _set_up, _addresses, _sheet]
shadow_urls = [_pulse]
front_urls = [
    path("p/", front.thanks, name="pulse-thanks"),
    path("p/<str:token>/", front.answer, name="pulse-answer"),
]
