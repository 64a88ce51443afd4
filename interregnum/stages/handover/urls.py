"""Addresses of the hand-over."""

from django.urls import path

from interregnum.stages.handover.views import handover

_page = path("assignments/<slug:code>/hand-over/", handover.handover, name="handover-page")
_card = path("anchor-cards/<slug:code>/", handover.card, name="handover-card")

client_urls = [_page, _card]
manager_urls = [_page, _card]
shadow_urls = [_page]
bureau_urls = [_page]
