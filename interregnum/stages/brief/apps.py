from django.apps import AppConfig


class BriefConfig(AppConfig):
    name = "interregnum.stages.brief"
    label = "brief"
