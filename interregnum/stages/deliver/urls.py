"""Addresses of assignments, plans and weekly reports."""

from django.urls import path

from interregnum.stages.deliver.views import bureau, client, manager, shadow

bureau_urls = [
    path("assignments/", bureau.assignments, name="deliver-assignments"),
    path("assignments/<slug:code>/", bureau.assignment, name="deliver-assignment"),
    path("assignments/<slug:code>/mandate/", bureau.mandate, name="deliver-mandate"),
    path("reports/<slug:code>/", bureau.report, name="deliver-report"),
]
client_urls = [
    path("assignments/<slug:code>/", client.assignment, name="deliver-assignment"),
    path("assignments/<slug:code>/plan/", client.plan, name="deliver-plan"),
    path("reports/<slug:code>/", client.report, name="deliver-report"),
]
manager_urls = [
    path("assignments/<slug:code>/", manager.assignment, name="deliver-assignment"),
    path("assignments/<slug:code>/plan/", manager.plan, name="deliver-plan"),
    path("assignments/<slug:code>/report/", manager.report, name="deliver-report"),
]
shadow_urls = [
    path("assignments/<slug:code>/", shadow.assignment, name="deliver-assignment"),
    path("reports/<slug:code>/", shadow.report, name="deliver-report"),
]
