"""What the public page says."""

from django.utils.translation import gettext_lazy as _

from interregnum.kernel.lists import Category
from interregnum.web.pieces import Definition

KINDS = {
    Category.CHANGE: _("The organisation must work differently: a merger to complete, a strategy to carry out."),
    Category.BRIDGING: _("A seat is empty and the work must go on, until the successor is there."),
    Category.PROJECT: _("A bounded task with an end: a system live, a programme delivered, within time and budget."),
    Category.CRISIS: _("It cannot wait: results collapse, trust is gone, or the supervisor steps in."),
    Category.EXPERTISE: _("Knowledge that you do not have in house, for as long as you need it."),
}
PROMISES = (
    Definition(_("Who you get"), _("Somebody who has solved this problem before, with proof and a referee.")),
    Definition(_("How fast"), _("Two or three people to choose from within days, each with the reason why.")),
    Definition(_("How it is guarded"), _("A shadow manager in the background guards the quality of the progress.")),
    Definition(_("Not satisfied?"), _("The manager is replaced at once and free of charge, or the agreement ends.")),
    Definition(_("What stays"), _("The change is anchored in your people and measured 3, 6 and 12 months after.")),
)
