"""Addresses of aftercare."""

from django.urls import path

from interregnum.stages.keep.views import keep

_page = path("assignments/<slug:code>/what-stayed/", keep.kept, name="keep-page")
_report = path("assignments/<slug:code>/what-stayed.pdf", keep.report, name="keep-report")
_write = path("aftercare/<slug:code>/", keep.write, name="keep-write")

_relapse = path("aftercare/<slug:code>/relapse/", keep.relapse, name="keep-relapse")

client_urls = [_page, _report, _write]
manager_urls = [_page, _report]
shadow_urls = [_page, _report, _write, _relapse, path("aftercare/<slug:code>/talk/", keep.talk, name="keep-talk")]
bureau_urls = [_page, _report, _write, _relapse, path("what-stayed/", keep.firm, name="keep-firm")]
front_urls = [
    path("stayed/", keep.thanks, name="keep-thanks"),
    path("stayed/<str:token>/", keep.answer, name="keep-answer"),
]
