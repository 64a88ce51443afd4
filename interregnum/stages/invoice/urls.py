"""Addresses of invoices."""

from django.urls import path

from interregnum.stages.invoice.views import bureau, client

bureau_urls = [
    path("invoices/", bureau.invoices, name="invoices"),
    path("invoices/export/", bureau.export, name="invoices-export"),
    path("invoices/open/", bureau.open_days, name="invoices-open"),
    path("invoices/<slug:code>/", bureau.invoice, name="invoice"),
]
client_urls = [
    path("invoices/", client.invoices, name="invoices"),
    path("invoices/<slug:code>/", client.invoice, name="invoice"),
]
