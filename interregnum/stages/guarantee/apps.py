from django.apps import AppConfig


class GuaranteeConfig(AppConfig):
    name = "interregnum.stages.guarantee"
    label = "guarantee"

    def ready(self) -> None:
        # An assignment's early warning counts how long the cause of a replacement stays.
        from interregnum.stages.contract.queries.paper_sources import tell_of_papers
        from interregnum.stages.deliver.queries.quality.sources import tell_of
        from interregnum.stages.guarantee.queries.causes import causes_of
        from interregnum.stages.guarantee.queries.papers import papers_of

        tell_of("guarantee", causes_of)
        tell_of_papers("guarantee", papers_of)
