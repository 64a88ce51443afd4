from django.apps import AppConfig


class DeliverConfig(AppConfig):
    name = "interregnum.stages.deliver"
    label = "deliver"

    def ready(self) -> None:
        # The page of all documents of an assignment lists what came after the contract too.
        from interregnum.stages.contract.queries.paper_sources import tell_of_papers
        from interregnum.stages.deliver.queries.papers import papers_of

        tell_of_papers("deliver", papers_of)
