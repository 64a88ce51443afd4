from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "interregnum.journal"
    label = "journal"
