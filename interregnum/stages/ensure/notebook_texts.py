"""Words of the confidential notebook and the sounding board."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interregnum.stages.ensure.rules.notebook import ReleaseReason

REASONS: dict[ReleaseReason, Promise] = {
    ReleaseReason.INTEGRITY: _("Integrity or the law"),
    ReleaseReason.SAFETY: _("Somebody's safety"),
    ReleaseReason.CONTINUITY: _("The client's continuity"),
}
# Under every field of the notebook: who will read it.
TWO_READ = _(
    "You two read this. The firm, client and auditor cannot. Whoever manages the server and holds its key could."
)
REFUSALS: dict[str, Promise] = {
    "ensure.nothing_written": _("There is nothing in it yet. Write down what you want to say."),
    "ensure.nobody_appointed": _("There is no shadow manager yet. Ask the bureau to appoint one."),
    "ensure.nobody_reads": _(
        "One of you two has left the assignment, so nobody would read this. Ask the bureau who follows, and ask anew."
    ),
    "ensure.notebook_closed": _("The assignment is closed. What was written stays readable, and nothing is added."),
    "ensure.notebook_locked": _(
        "The notebook cannot be opened: the key of this installation is another one. Tell whoever manages the server."
    ),
    "ensure.sounding_closed": _("This was closed. Ask anew when there is more to say."),
    "ensure.talk_past": _("This moment is past. Choose one ahead of now."),
    "ensure.talk_far": _("That is more than sixty days ahead. Choose an earlier moment."),
    "ensure.released_already": _("This entry was released already."),
    "ensure.say_why": _("Say why this cannot stay between the two of you."),
}
