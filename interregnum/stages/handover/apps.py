from django.apps import AppConfig


class HandoverConfig(AppConfig):
    name = "interregnum.stages.handover"
    label = "handover"

    def ready(self) -> None:
        # An assignment's early warning counts the results that nobody in the line owns.
        from interregnum.stages.contract.queries.paper_sources import tell_of_papers
        from interregnum.stages.deliver.queries.quality.sources import tell_of
        from interregnum.stages.handover.queries.papers import papers_of
        from interregnum.stages.handover.queries.quality import quality_of

        tell_of("handover", quality_of)
        tell_of_papers("handover", papers_of)
