from django.apps import AppConfig


class FlowConfig(AppConfig):
    name = "interregnum.flow"
    label = "flow"

    def ready(self) -> None:
        from interregnum.flow.follows import FOLLOWS
        from interregnum.journal.record import follow

        follow(FOLLOWS)
