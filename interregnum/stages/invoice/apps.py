from django.apps import AppConfig


class InvoiceConfig(AppConfig):
    name = "interregnum.stages.invoice"
    label = "invoice"
