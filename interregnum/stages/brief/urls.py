"""Addresses of briefs."""

from django.urls import path

from interregnum.stages.brief.views import bureau

bureau_urls = [
    path("briefs/<slug:code>/", bureau.edit, name="brief-edit"),
    path("briefs/<slug:code>/agree/", bureau.agree, name="brief-agree"),
]
