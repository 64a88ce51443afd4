"""Addresses of the account, and of work that somebody started."""

from django.urls import path

from interregnum.web.views import account, progress

urlpatterns = [
    path("home/", account.home, name="home"),
    path("language/", account.set_language, name="set_language"),
    path("theme/", account.theme, name="theme"),
    path("progress/<slug:code>/", progress.progress, name="progress"),
    path("invitation/<str:token>/", account.invitation, name="invitation"),
]
