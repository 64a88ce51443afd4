"""Addresses of the account, and of work that somebody started."""

from django.urls import path

from interregnum.web.views import account, mail_wishes, progress, set_up

urlpatterns = [
    path("set-up/", set_up.begin, name="set-up"),
    path("logo/<slug:code>.png", set_up.logo, name="logo"),
    path("home/", account.home, name="home"),
    path("language/", account.set_language, name="set_language"),
    path("theme/", account.theme, name="theme"),
    path("account/client/", account.seat, name="seat"),
    path("account/mail/", mail_wishes.mail_wishes, name="mail_wishes"),
    path("progress/<slug:code>/", progress.progress, name="progress"),
    path("invitation/<str:token>/", account.invitation, name="invitation"),
]
