"""Addresses of assignments, plans and weekly reports."""

from django.urls import path

from interregnum.stages.deliver.views import bureau, client, gates, manager, own_gates, shadow, taking_over

bureau_urls = [
    path("assignments/", bureau.assignments, name="deliver-assignments"),
    path("assignments/<slug:code>/", bureau.assignment, name="deliver-assignment"),
    path("assignments/<slug:code>/mandate/", bureau.mandate, name="deliver-mandate"),
    path("reports/<slug:code>/", bureau.report, name="deliver-report"),
    path("assignments-taken-over/", taking_over.take, name="deliver-take-over"),
    path("contracts/<slug:code>/gates/", gates.gates, name="deliver-gates"),
    path("contracts/<slug:code>/gates/<slug:gate>/", gates.gate, name="deliver-gate"),
    path("contracts/<slug:code>/gates/<slug:gate>/document/", gates.document, name="deliver-gate-document"),
    path("contracts/<slug:code>/gates/<slug:gate>/override/", gates.override, name="deliver-override"),
]
client_urls = [
    path("contracts/<slug:code>/gates/", own_gates.gates, name="deliver-gates"),
    path("contracts/<slug:code>/gates/<slug:gate>/", own_gates.gate, name="deliver-gate"),
    path("assignments/<slug:code>/", client.assignment, name="deliver-assignment"),
    path("assignments/<slug:code>/plan/", client.plan, name="deliver-plan"),
    path("reports/<slug:code>/", client.report, name="deliver-report"),
]
manager_urls = [
    path("contracts/<slug:code>/gates/", own_gates.gates, name="deliver-gates"),
    path("assignments/<slug:code>/", manager.assignment, name="deliver-assignment"),
    path("assignments/<slug:code>/plan/", manager.plan, name="deliver-plan"),
    path("assignments/<slug:code>/report/", manager.report, name="deliver-report"),
]
shadow_urls = [
    path("contracts/<slug:code>/gates/", own_gates.gates, name="deliver-gates"),
    path("contracts/<slug:code>/feasibility/", own_gates.feasibility, name="deliver-feasibility"),
    path("assignments/<slug:code>/", shadow.assignment, name="deliver-assignment"),
    path("reports/<slug:code>/", shadow.report, name="deliver-report"),
]
