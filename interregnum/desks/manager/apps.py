from django.apps import AppConfig


class ManagerConfig(AppConfig):
    name = "interregnum.desks.manager"
    label = "manager_desk"
