"""Addresses of the account."""

from django.urls import path

from interregnum.web.views import account

urlpatterns = [
    path("home/", account.home, name="home"),
    path("language/", account.set_language, name="set_language"),
    path("theme/", account.theme, name="theme"),
    path("invitation/<str:token>/", account.invitation, name="invitation"),
]
