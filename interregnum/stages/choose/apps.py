from django.apps import AppConfig


class ChooseConfig(AppConfig):
    name = "interregnum.stages.choose"
    label = "choose"
