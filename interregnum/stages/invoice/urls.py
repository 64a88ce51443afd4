"""Addresses of invoices."""

from django.urls import path

from interregnum.stages.invoice.views import bureau, client, papers

DOCUMENTS = [
    path(f"invoices/<slug:code>/{kind}/", papers.document, {"kind": kind}, name=f"invoice-{kind}")
    for kind in ("pdf", "ubl")
]
bureau_urls = [
    path("invoices/", bureau.invoices, name="invoices"),
    path("invoices/export/", bureau.export, name="invoices-export"),
    path("invoices/open/", bureau.open_days, name="invoices-open"),
    path("invoices/month/", papers.month, name="invoices-month"),
    path("invoices/ubl/", papers.batch, name="invoices-batch"),
    path("clients/<slug:code>/invoices/", papers.client, name="invoices-client"),
    path("invoices/<slug:code>/", bureau.invoice, name="invoice"),
    *DOCUMENTS,
]
client_urls = [
    path("invoices/", client.invoices, name="invoices"),
    path("invoices/<slug:code>/", client.invoice, name="invoice"),
    *DOCUMENTS,
]
