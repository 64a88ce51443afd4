"""Addresses of the guard over an assignment."""

from django.urls import path

from interregnum.stages.ensure.views import bureau, integrity, ladder, notebook, quality, reviews, shadow

OF_ALL = [
    path("assignments/<slug:code>/reviews/", reviews.of_assignment, name="ensure-reviews-of"),
    path("reviews/<slug:code>/", reviews.review, name="ensure-review"),
    path("reviews/<slug:code>/move/", reviews.move, name="ensure-review-move"),
]
OF_THREE = [*OF_ALL, path("reviews/<slug:code>/prepare/", reviews.prepare, name="ensure-review-prepare")]
INTRODUCED = path("assignments/<slug:code>/introduced/", integrity.introduced, name="ensure-introduced")
LADDER = path("assignments/<slug:code>/escalation/", ladder.ladder, name="ensure-ladder")
bureau_urls = [
    LADDER,
    INTRODUCED,
    path("quality/", quality.standing, name="ensure-standing"),
    path("quality/signals/", quality.signals, name="ensure-signals"),
    path("quality/signals/<slug:code>/", quality.signal, name="ensure-signal"),
    path("assignments/<slug:code>/outcome/", quality.outcome, name="ensure-outcome"),
    path("assignments/<slug:code>/shadow/", bureau.appoint, name="ensure-appoint"),
    path("assignments/<slug:code>/shadow/independent/", bureau.independent, name="ensure-independent"),
    path("people/<slug:code>/knowledge/", bureau.knowledge, name="ensure-knowledge"),
    path("sounding-board/", notebook.soundings, name="ensure-soundings"),
    path("reviews/", reviews.table, name="ensure-reviews"),
    *OF_ALL,
]
_notebook = [
    path("assignments/<slug:code>/notebook/", notebook.notebook, name="ensure-notebook"),
    path("soundings/<slug:code>/", notebook.sounding, name="ensure-sounding"),
    path("notebook/<slug:code>/release/", notebook.release, name="ensure-release"),
]
client_urls = OF_THREE
manager_urls = [
    LADDER,
    INTRODUCED,
    *_notebook,
    *OF_THREE,
    path("assignments/<slug:code>/notebook/ask/", notebook.ask, name="ensure-ask"),
]
shadow_urls = [
    LADDER,
    path("assignments/<slug:code>/resign/", shadow.resign, name="ensure-resign"),
    INTRODUCED,
    *_notebook,
    *OF_THREE,
    path("soundings/<slug:code>/talk/", notebook.talk, name="ensure-talk"),
    path("soundings/<slug:code>/close/", notebook.close, name="ensure-close"),
    path("reviews/<slug:code>/minutes/", reviews.minutes, name="ensure-review-minutes"),
    path("reviews/<slug:code>/actions/", reviews.agree, name="ensure-review-action"),
]
