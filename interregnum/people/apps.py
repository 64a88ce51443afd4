from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "interregnum.people"
    label = "people"

    def ready(self) -> None:
        from interregnum.outside.mail_server import answer_by
        from interregnum.people.firm import named_mail

        answer_by(named_mail)
