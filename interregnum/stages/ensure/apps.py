from django.apps import AppConfig


class EnsureConfig(AppConfig):
    name = "interregnum.stages.ensure"
    label = "ensure"
