from django.apps import AppConfig


class BureauConfig(AppConfig):
    name = "interregnum.desks.bureau"
    label = "bureau_desk"
