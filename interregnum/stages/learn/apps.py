from django.apps import AppConfig


class LearnConfig(AppConfig):
    name = "interregnum.stages.learn"
    label = "learn"

    def ready(self) -> None:
        # With a proposal stand cases that fit, and search engines read the public ones.
        from interregnum.stages.choose.queries.told_cases import tell_cases
        from interregnum.stages.learn.queries.case_proposals import cases_beside
        from interregnum.stages.learn.queries.case_public import public_pages
        from interregnum.web.public import tell_public

        tell_cases("learn", cases_beside)
        tell_public("learn", public_pages)
