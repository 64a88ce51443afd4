from django.apps import AppConfig


class ClientConfig(AppConfig):
    name = "interregnum.desks.client"
    label = "client_desk"
