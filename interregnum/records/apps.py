from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "interregnum.records"
    label = "records"
