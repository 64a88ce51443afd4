"""Addresses of aftercare."""

from django.urls import path

from interregnum.stages.keep.views import keep

_page = path("assignments/<slug:code>/what-stayed/", keep.kept, name="keep-page")
_write = path("aftercare/<slug:code>/", keep.write, name="keep-write")

client_urls = [_page]
manager_urls = [_page]
shadow_urls = [_page, _write, path("aftercare/<slug:code>/talk/", keep.talk, name="keep-talk")]
bureau_urls = [_page, _write, path("what-stayed/", keep.firm, name="keep-firm")]
front_urls = [
    path("stayed/", keep.thanks, name="keep-thanks"),
    path("stayed/<str:token>/", keep.answer, name="keep-answer"),
]
