from django.apps import AppConfig


class FrontConfig(AppConfig):
    name = "interregnum.desks.front"
    label = "front_desk"
