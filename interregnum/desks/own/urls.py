"""Addresses of one's own data: beside the account, and for a visitor."""

from django.urls import path

from interregnum.desks.own import views

account_urls = [
    path("data/", views.data, name="account-data"),
    path("alike/", views.groups, name="account-groups"),
    path("data/data.zip", views.package, name="account-data-package"),
]
front_urls = [
    path("stay/<str:token>/", views.stay, name="pool-stay"),
    path("own-data/", views.ask, name="own-data"),
    path("own-data/<str:token>/", views.confirm, name="own-data-confirm"),
]
