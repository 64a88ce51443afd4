from django.apps import AppConfig


class AskConfig(AppConfig):
    name = "interregnum.stages.ask"
    label = "ask"
