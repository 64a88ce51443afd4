from django.apps import AppConfig


class ParametersConfig(AppConfig):
    name = "interregnum.parameters"
    label = "parameters"
