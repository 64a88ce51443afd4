"""Not our trade: a polite mail says so, and whom one could ask."""

from interregnum.people.post import write_to
from interregnum.stages.ask.models import Request


def write_refusal(request: Request) -> None:
    """Write to whoever asked, in their language."""
    write_to(
        email=request.contact_email,
        language=request.language,
        template="mail/ask_declined.txt",
        about=request.code,
        name=request.contact_name,
    )
