"""Addresses of the guard over an assignment."""

from django.urls import path

from interregnum.stages.ensure.views import bureau, notebook

bureau_urls = [
    path("assignments/<slug:code>/shadow/", bureau.appoint, name="ensure-appoint"),
    path("sounding-board/", notebook.soundings, name="ensure-soundings"),
]
_notebook = [
    path("assignments/<slug:code>/notebook/", notebook.notebook, name="ensure-notebook"),
    path("soundings/<slug:code>/", notebook.sounding, name="ensure-sounding"),
    path("notebook/<slug:code>/release/", notebook.release, name="ensure-release"),
]
manager_urls = [*_notebook, path("assignments/<slug:code>/notebook/ask/", notebook.ask, name="ensure-ask")]
shadow_urls = [
    *_notebook,
    path("soundings/<slug:code>/talk/", notebook.talk, name="ensure-talk"),
    path("soundings/<slug:code>/close/", notebook.close, name="ensure-close"),
]
