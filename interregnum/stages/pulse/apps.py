from django.apps import AppConfig


class PulseConfig(AppConfig):
    name = "interregnum.stages.pulse"
    label = "pulse"

    def ready(self) -> None:
        # An assignment's early warning counts what a pulse published.
        from interregnum.stages.deliver.queries.quality.sources import tell_of
        from interregnum.stages.pulse.queries.quality import quality_of

        tell_of("pulse", quality_of)
