from django.apps import AppConfig


class GuaranteeConfig(AppConfig):
    name = "interregnum.stages.guarantee"
    label = "guarantee"
