"""Addresses of requests."""

from django.urls import path

from interregnum.stages.ask.views import bureau, client, front

front_urls = [
    path("ask/", front.problem, name="ask-problem"),
    path("ask/received/<slug:code>/", front.received, name="ask-received"),
]
bureau_urls = [
    path("requests/", bureau.requests, name="ask-requests"),
    path("requests/<slug:code>/", bureau.triage, name="ask-triage"),
]
client_urls = [
    path("requests/", client.requests, name="ask-requests"),
    path("requests/new/", client.problem, name="ask-problem"),
    path("requests/<slug:code>/", client.one_request, name="ask-request"),
]
