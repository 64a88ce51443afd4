from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "interregnum.people"
    label = "people"
