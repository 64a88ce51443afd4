from django.apps import AppConfig


class InvoiceConfig(AppConfig):
    name = "interregnum.stages.invoice"
    label = "invoice"

    def ready(self) -> None:
        # The page of all documents of an assignment lists its invoices too.
        from interregnum.stages.contract.queries.paper_sources import tell_of_papers
        from interregnum.stages.invoice.queries.listed import papers_of

        tell_of_papers("invoice", papers_of)
