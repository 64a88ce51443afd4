from django.apps import AppConfig


class FlowConfig(AppConfig):
    name = "interregnum.flow"
    label = "flow"

    def ready(self) -> None:
        # What falls due is work in the background: the page of jobs knows it by name in the server as well.
        from interregnum.flow import due  # noqa: F401
        from interregnum.flow.follows import FOLLOWS
        from interregnum.journal.record import follow

        follow(FOLLOWS)
