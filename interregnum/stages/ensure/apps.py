from django.apps import AppConfig


class EnsureConfig(AppConfig):
    name = "interregnum.stages.ensure"
    label = "ensure"

    def ready(self) -> None:
        # An assignment's early warning counts what three-party reviews and talks with the shadow manager tell.
        from interregnum.stages.contract.queries.paper_sources import tell_of_papers
        from interregnum.stages.deliver.queries.quality.sources import tell_of
        from interregnum.stages.ensure.queries.integrity import integrity_of
        from interregnum.stages.ensure.queries.papers import papers_of
        from interregnum.stages.ensure.queries.quality import quality_of

        tell_of("ensure", quality_of)
        tell_of("integrity", integrity_of)
        tell_of_papers("ensure", papers_of)
