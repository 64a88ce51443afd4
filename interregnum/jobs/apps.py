from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "interregnum.jobs"
    label = "jobs"
