"""Addresses of the guard over an assignment."""

from django.urls import path

from interregnum.stages.ensure.views import bureau

bureau_urls = [path("assignments/<slug:code>/shadow/", bureau.appoint, name="ensure-appoint")]
