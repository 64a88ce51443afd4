"""Addresses of aftercare."""

from django.urls import path

from interregnum.stages.keep.views import changed, keep

_page = path("assignments/<slug:code>/what-stayed/", keep.kept, name="keep-page")
_report = path("assignments/<slug:code>/what-stayed.pdf", keep.report, name="keep-report")
_write = path("aftercare/<slug:code>/", keep.write, name="keep-write")

_talk = path("aftercare/<slug:code>/talk/", keep.talk, name="keep-talk")
_relapse = path("aftercare/<slug:code>/relapse/", keep.relapse, name="keep-relapse")

_measure = path("results/<slug:code>/measure/", changed.measure, name="keep-measure")
_whom = path("assignments/<slug:code>/what-stayed/whom/", changed.whom, name="keep-whom")

client_urls = [_page, _report, _write, _measure]
manager_urls = [_page, _report]
shadow_urls = [_page, _report, _write, _relapse, _talk]
bureau_urls = [
    _page,
    _report,
    _write,
    _talk,
    _relapse,
    _measure,
    _whom,
    path("what-stayed/", keep.firm, name="keep-firm"),
]
front_urls = [
    path("stayed/", keep.thanks, name="keep-thanks"),
    path("stayed/<str:token>/", keep.answer, name="keep-answer"),
]
