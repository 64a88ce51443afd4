from django.apps import AppConfig


class OwnConfig(AppConfig):
    name = "interregnum.desks.own"
    label = "own"
