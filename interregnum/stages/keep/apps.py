from django.apps import AppConfig


class KeepConfig(AppConfig):
    name = "interregnum.stages.keep"
    label = "keep"
