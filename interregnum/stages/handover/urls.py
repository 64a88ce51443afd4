"""Addresses of the hand-over."""

from django.urls import path

from interregnum.stages.handover.views import document, giving_back, handover, week

_page = path("assignments/<slug:code>/hand-over/", handover.handover, name="handover-page")
_card = path("anchor-cards/<slug:code>/", handover.card, name="handover-card")
_papers = [
    path("assignments/<slug:code>/hand-over/document/", document.document, name="handover-document"),
    path("assignments/<slug:code>/hand-over/week/", week.week, name="handover-week"),
    path("assignments/<slug:code>/hand-over/document.pdf", document.as_pdf, name="handover-pdf"),
    path("assignments/<slug:code>/hand-over/document.docx", document.as_word, name="handover-word"),
]
_back = path("giving-back/<slug:code>/", giving_back.giving_back, name="handover-back")

client_urls = [_page, _card, _back, *_papers]
manager_urls = [_page, _card, _back, *_papers]
shadow_urls = [_page, *_papers]
bureau_urls = [_page, _back, *_papers]
front_urls = [
    path("taken-over/", document.thanks, name="handover-thanks"),
    path("taken-over/<str:token>/", document.answer, name="handover-answer"),
    path("taken-over/<str:token>/document.pdf", document.answer_pdf, name="handover-answer-pdf"),
]
