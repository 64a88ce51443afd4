"""Addresses of this desk's own pages."""

from django.urls import path

from interregnum.desks.manager import views

urlpatterns = [
    path("", views.home, name="home"),
    path("file/", views.own_file, name="people-file"),
    path("file/screenings/<slug:code>/", views.own_screening, name="people-own-screening"),
]
