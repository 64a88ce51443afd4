"""Addresses of what is learnt."""

from django.urls import path

from interregnum.stages.learn.views import proof, records

manager_urls = [
    path("record/", records.own, name="learn-record"),
    path("record/<slug:code>/", records.own_line, name="learn-line"),
]
bureau_urls = [
    path("managers/<slug:code>/record/", records.of_manager, name="learn-record"),
    path("proof/", proof.proof, name="learn-proof"),
    path("proof/<int:year>/<str:language>.pdf", proof.of_year, name="learn-proof-year"),
    path("proof/<slug:measure>/", proof.proof_list, name="learn-proof-list"),
    path("proof/<slug:measure>/csv/", proof.export, name="learn-proof-export"),
    path("proof/<slug:measure>/xlsx/", proof.export_workbook, name="learn-proof-workbook"),
    path("record-lines/<slug:code>/", records.line, name="learn-line"),
]
