"""Addresses of assignments, plans and weekly reports."""

from django.urls import path

from interregnum.stages.deliver.views import (
    bureau,
    change,
    client,
    gates,
    hours,
    manager,
    own_gates,
    plans,
    progress,
    shadow,
    shared,
    stakes,
    taking_over,
)

SHARED = [
    path("assignments/<slug:code>/progress/", progress.progress, name="deliver-progress"),
    path("assignments/<slug:code>/shared/", shared.shared, name="deliver-shared"),
    path("shared-files/<slug:code>/", shared.download, name="deliver-shared-file"),
]
bureau_urls = [
    path("assignments/", bureau.assignments, name="deliver-assignments"),
    path("assignments/<slug:code>/", bureau.assignment, name="deliver-assignment"),
    path("assignments/<slug:code>/mandate/", bureau.mandate, name="deliver-mandate"),
    path("assignments/<slug:code>/plan/", plans.read, name="deliver-plan"),
    path("reports/<slug:code>/", bureau.report, name="deliver-report"),
    path("hours/", hours.table, name="deliver-hours-all"),
    path("hours/export/", hours.export, name="deliver-hours-export"),
    path("hours/<slug:code>/", hours.week, name="deliver-hours-week"),
    path("assignments/<slug:code>/hours/", hours.weeks, name="deliver-hours"),
    path("assignments-taken-over/", taking_over.take, name="deliver-take-over"),
    path("contracts/<slug:code>/gates/", gates.gates, name="deliver-gates"),
    path("contracts/<slug:code>/gates/<slug:gate>/", gates.gate, name="deliver-gate"),
    path("contracts/<slug:code>/gates/<slug:gate>/document/", gates.document, name="deliver-gate-document"),
    path("contracts/<slug:code>/gates/<slug:gate>/override/", gates.override, name="deliver-override"),
    path("assignments/<slug:code>/change/", change.change, name="deliver-change"),
    *SHARED,
]
client_urls = [
    path("contracts/<slug:code>/gates/", own_gates.gates, name="deliver-gates"),
    path("contracts/<slug:code>/gates/<slug:gate>/", own_gates.gate, name="deliver-gate"),
    path("assignments/<slug:code>/", client.assignment, name="deliver-assignment"),
    path("assignments/<slug:code>/hours/", hours.weeks, name="deliver-hours"),
    path("hours/<slug:code>/", hours.answer, name="deliver-hours-week"),
    path("assignments/<slug:code>/plan/", plans.answer, name="deliver-plan"),
    path("reports/<slug:code>/", client.report, name="deliver-report"),
    path("decisions/<slug:code>/", client.decision, name="deliver-decision"),
    path("assignments/<slug:code>/change/", change.change, name="deliver-change"),
    *SHARED,
]
manager_urls = [
    path("contracts/<slug:code>/gates/", own_gates.gates, name="deliver-gates"),
    path("assignments/<slug:code>/", manager.assignment, name="deliver-assignment"),
    path("assignments/<slug:code>/plan/", plans.write, name="deliver-plan"),
    path("assignments/<slug:code>/report/", manager.report, name="deliver-report"),
    path("assignments/<slug:code>/change/", change.change, name="deliver-change"),
    path("assignments/<slug:code>/stakeholders/", stakes.stakes, name="deliver-stakes"),
    path("stakeholders/<slug:code>/", stakes.stakeholder, name="deliver-stakeholder"),
    path("resistance/<slug:code>/", stakes.resistance, name="deliver-resistance"),
    path("assignments/<slug:code>/stakeholders/new/", stakes.new_stakeholder, name="deliver-stakeholder-new"),
    path("assignments/<slug:code>/resistance/new/", stakes.new_resistance, name="deliver-resistance-new"),
    path("assignments/<slug:code>/readiness/", change.readiness, name="deliver-readiness"),
    path("assignments/<slug:code>/odds/", change.odds, name="deliver-odds"),
    path("assignments/<slug:code>/uptake/", change.uptake, name="deliver-uptake"),
    path("assignments/<slug:code>/old-way/", change.old_way, name="deliver-old-way"),
    path("assignments/<slug:code>/leaving/", change.leaving, name="deliver-leaving"),
    path("assignments/<slug:code>/hours/", hours.write, name="deliver-hours"),
    path("assignments/<slug:code>/hours/weeks/", hours.weeks, name="deliver-hours-weeks"),
    *SHARED,
]
shadow_urls = [
    path("contracts/<slug:code>/gates/", own_gates.gates, name="deliver-gates"),
    path("contracts/<slug:code>/feasibility/", own_gates.feasibility, name="deliver-feasibility"),
    path("assignments/<slug:code>/", shadow.assignment, name="deliver-assignment"),
    path("assignments/<slug:code>/plan/", plans.read, name="deliver-plan"),
    path("reports/<slug:code>/", shadow.report, name="deliver-report"),
    path("assignments/<slug:code>/change/", change.change, name="deliver-change"),
    path("assignments/<slug:code>/stakeholders/", stakes.stakes, name="deliver-stakes"),
    path("stakeholders/<slug:code>/", stakes.stakeholder, name="deliver-stakeholder"),
    path("resistance/<slug:code>/", stakes.resistance, name="deliver-resistance"),
    *SHARED,
]
