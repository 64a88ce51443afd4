"""Addresses of requests."""

from django.urls import path

from interregnum.stages.ask.views import bureau, client, front, intake, requests

front_urls = [
    path("ask/", front.problem, name="ask-problem"),
    path("ask/received/<slug:code>/", front.received, name="ask-received"),
    path("intake/<str:token>/", front.intake, name="ask-intake"),
]
bureau_urls = [
    path("requests/", requests.requests, name="ask-requests"),
    path("requests/held/", requests.held, name="ask-held"),
    path("requests/export/", requests.export, name="ask-export"),
    path("requests/<slug:code>/", bureau.triage, name="ask-triage"),
    path("requests/<slug:code>/field/<slug:field>/", bureau.judge, name="ask-judge"),
    path("requests/<slug:code>/intake/", intake.telephone, name="ask-intake"),
    path("requests/<slug:code>/brief/", intake.draft, name="ask-brief"),
    path("requests/<slug:code>/handle/", requests.handle, name="ask-handle"),
]
client_urls = [
    path("requests/", client.requests, name="ask-requests"),
    path("requests/new/", client.problem, name="ask-problem"),
    path("requests/<slug:code>/", client.one_request, name="ask-request"),
    path("requests/<slug:code>/intake/", client.intake, name="ask-intake"),
]
