from django.apps import AppConfig


class ProfileConfig(AppConfig):
    name = "interregnum.desks.profile"
    label = "profile"
