from django.apps import AppConfig


class ShadowConfig(AppConfig):
    name = "interregnum.desks.shadow"
    label = "shadow_desk"
