from django.apps import AppConfig


class DeliverConfig(AppConfig):
    name = "interregnum.stages.deliver"
    label = "deliver"
