"""Addresses of this desk's own pages."""

from django.urls import path

from interregnum.desks.manager import views
from interregnum.desks.profile.urls import manager_urls

urlpatterns = [
    path("", views.home, name="home"),
    path("file/", views.own_file, name="people-file"),
    *manager_urls,
    path("file/screenings/<slug:code>/", views.own_screening, name="people-own-screening"),
]
