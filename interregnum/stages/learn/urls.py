"""Addresses of what is learnt."""

from django.urls import path

from interregnum.stages.learn.views import cases, proof, public_cases, records

front_urls = [
    path("cases/", public_cases.to_cases, name="learn-cases"),
    path("praktijkvoorbeelden/", public_cases.cases, {"language": "nl"}, name="learn-cases-nl"),
    path("en/cases/", public_cases.cases, {"language": "en"}, name="learn-cases-en"),
    path("praktijkvoorbeelden/<slug:code>/", public_cases.case, {"language": "nl"}, name="learn-case-nl"),
    path("en/cases/<slug:code>/", public_cases.case, {"language": "en"}, name="learn-case-en"),
]
client_urls = [path("assignments/<slug:code>/case/", cases.of_client, name="learn-case")]
manager_urls = [
    path("assignments/<slug:code>/case/", cases.of_manager, name="learn-case"),
    path("record/", records.own, name="learn-record"),
    path("record/<slug:code>/", records.own_line, name="learn-line"),
]
bureau_urls = [
    path("cases/", cases.library, name="learn-cases"),
    path("assignments/<slug:code>/case/", cases.of_bureau, name="learn-case"),
    path("assignments/<slug:code>/case/text/", cases.edit, name="learn-case-edit"),
    path("assignments/<slug:code>/case/false/", cases.finding, name="learn-case-finding"),
    path("proposals/<slug:code>/cases/", cases.with_proposal, name="learn-proposal-cases"),
    path("managers/<slug:code>/record/", records.of_manager, name="learn-record"),
    path("proof/", proof.proof, name="learn-proof"),
    path("proof/<int:year>/<str:language>.pdf", proof.of_year, name="learn-proof-year"),
    path("proof/<slug:measure>/", proof.proof_list, name="learn-proof-list"),
    path("proof/<slug:measure>/csv/", proof.export, name="learn-proof-export"),
    path("proof/<slug:measure>/xlsx/", proof.export_workbook, name="learn-proof-workbook"),
    path("record-lines/<slug:code>/", records.line, name="learn-line"),
]
