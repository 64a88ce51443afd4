"""Words of the journal's own check."""

from django.utils.translation import gettext_lazy as _

# What does not hold at an entry of the chain.
FAULTS = {
    "missing": _("entry %(number)s is missing"),
    "seal": _("entry %(number)s does not fit its seal"),
    "content": _("the content of entry %(number)s was changed"),
    "known": _("entry %(number)s is not the one that was known earlier"),
    "end": _("entry %(number)s does not fit the end of the chain"),
}
