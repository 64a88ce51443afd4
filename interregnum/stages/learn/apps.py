from django.apps import AppConfig


class LearnConfig(AppConfig):
    name = "interregnum.stages.learn"
    label = "learn"
