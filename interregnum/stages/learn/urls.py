"""Addresses of what is learnt."""

from django.urls import path

from interregnum.stages.learn.views import records

manager_urls = [
    path("record/", records.own, name="learn-record"),
    path("record/<slug:code>/", records.own_line, name="learn-line"),
]
bureau_urls = [
    path("managers/<slug:code>/record/", records.of_manager, name="learn-record"),
    path("record-lines/<slug:code>/", records.line, name="learn-line"),
]
