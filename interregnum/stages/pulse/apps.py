from django.apps import AppConfig


class PulseConfig(AppConfig):
    name = "interregnum.stages.pulse"
    label = "pulse"
