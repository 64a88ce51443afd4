"""Addresses of contracts."""

from django.urls import path

from interregnum.stages.contract.views import (
    absence,
    bureau,
    clauses,
    client,
    frameworks,
    front,
    going_on,
    indexing,
    manager,
    paper,
    papers,
    unsigned,
    words,
)

front_urls = [path("verify/", front.verify, name="contract-verify")]
bureau_urls = [
    path("clauses/", clauses.clauses, name="contract-clauses"),
    path("clauses/<slug:deed>/<slug:code>/", clauses.clause, name="contract-clause"),
    path("clients/<slug:code>/framework/", frameworks.of_client, name="contract-frameworks"),
    path("clients/<slug:code>/framework/earlier/", paper.earlier_framework, name="contract-framework-earlier"),
    path("frameworks/<slug:code>.pdf", frameworks.document, name="contract-framework-document"),
    path("frameworks/<slug:code>.docx", words.framework, name="contract-framework-word"),
    path("frameworks/<slug:code>/paper/", paper.framework_paper, name="contract-framework-paper"),
    path("frameworks/<slug:code>/scan/", paper.scan_of_framework, name="contract-framework-scan"),
    path("frameworks/<slug:code>/withdraw/", frameworks.withdraw, name="contract-framework-withdraw"),
    path("contracts/", bureau.contracts, name="contract-contracts"),
    path("contracts/<slug:code>/", bureau.contract, name="contract-contract"),
    path("contracts/<slug:code>/documents/", papers.papers, name="contract-papers"),
    path("contracts/<slug:code>/amend/", going_on.amend, name="contract-amend"),
    path("contracts/<slug:code>/index/", indexing.index, name="contract-index"),
    path("contracts/<slug:code>/ending/", going_on.ending, name="contract-ending"),
    path("contracts/<slug:code>/absence/", absence.absence, name="contract-absence"),
    path("contracts/<slug:code>/leaving/", going_on.leaving, name="contract-leaving"),
    path("contracts/<slug:code>/notice/", going_on.notice, name="contract-notice"),
    path("contracts/<slug:code>/withdraw/", unsigned.withdraw, name="contract-withdraw"),
    path("contracts/<slug:code>/anew/", unsigned.anew, name="contract-anew"),
    path("contracts/<slug:code>/<slug:side>/paper/", paper.paper, name="contract-paper"),
    path("contracts/<slug:code>/<slug:side>/scan/", paper.scan, name="contract-scan"),
    path("contracts/<slug:code>/<slug:side>.pdf", bureau.document, name="contract-document"),
    path("contracts/<slug:code>/<slug:side>.docx", words.of_side, name="contract-word"),
]
client_urls = [
    path("frameworks/<slug:code>/", frameworks.own, name="contract-framework"),
    path("frameworks/<slug:code>/agreement.pdf", frameworks.document, name="contract-framework-document"),
    path("frameworks/<slug:code>/agreement.docx", words.framework, name="contract-framework-word"),
    path("frameworks/<slug:code>/scan/", paper.scan_of_framework, name="contract-framework-scan"),
    path("contracts/<slug:code>/", client.contract, name="contract-contract"),
    path("contracts/<slug:code>/agreement.pdf", client.document, name="contract-document"),
    path("contracts/<slug:code>/agreement.docx", words.own, name="contract-word"),
    path("contracts/<slug:code>/ending/", going_on.ending, name="contract-ending"),
    path("contracts/<slug:code>/absence/", absence.absence, name="contract-absence"),
    path("contracts/<slug:code>/notice/", going_on.notice, name="contract-notice"),
    path("contracts/<slug:code>/scan/", paper.scan, name="contract-scan"),
    path("contracts/<slug:code>/documents/", papers.papers, name="contract-papers"),
]
manager_urls = [
    path("contracts/<slug:code>/", manager.contract, name="contract-contract"),
    path("contracts/<slug:code>/agreement.pdf", manager.document, name="contract-document"),
    path("contracts/<slug:code>/agreement.docx", words.own, name="contract-word"),
    path("contracts/<slug:code>/leaving/", going_on.leaving, name="contract-leaving"),
    path("contracts/<slug:code>/ending/", going_on.ending, name="contract-ending"),
    path("contracts/<slug:code>/absence/", absence.absence, name="contract-absence"),
    path("contracts/<slug:code>/scan/", paper.scan, name="contract-scan"),
    path("contracts/<slug:code>/documents/", papers.papers, name="contract-papers"),
]
