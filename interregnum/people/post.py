"""Mail to a person: written in the reader's language, put on the record with the facts that cause it."""

from django.template.loader import render_to_string
from django.utils.translation import override

from interregnum.jobs import post


def write_to(
    *, email: str, language: str, template: str, about: str = "", is_secret: bool = False, **context: object
) -> None:
    """Write a mail in the reader's language; the first line of the template is the subject.

    `about` is the code of the object that it is about; a secret mail holds a link that opens somebody's account.
    Plain text: names and words of others cannot become markup, and links lead to our own site alone.
    """
    with override(language):
        subject, _, text = render_to_string(template, context).strip().partition("\n")
    post.put(
        to=email,
        subject=subject.strip(),
        text=text.strip() + "\n",
        language=language,
        template=template,
        about=about,
        is_secret=is_secret,
    )
