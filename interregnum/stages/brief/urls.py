"""Addresses of briefs."""

from django.urls import path

from interregnum.stages.brief.views import bureau, client

bureau_urls = [
    path("briefs/<slug:code>/", bureau.edit, name="brief-edit"),
    path("briefs/<slug:code>/offer/", bureau.offer, name="brief-offer"),
    path("briefs/<slug:code>/reopen/", bureau.reopen, name="brief-reopen"),
]
client_urls = [path("briefs/<slug:code>/", client.brief, name="brief-brief")]
