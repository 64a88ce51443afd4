from django.apps import AppConfig


class ContractConfig(AppConfig):
    name = "interregnum.stages.contract"
    label = "contract"
