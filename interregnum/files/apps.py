from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "interregnum.files"
    label = "files"
