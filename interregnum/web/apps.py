from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "interregnum.web"
    label = "web"
