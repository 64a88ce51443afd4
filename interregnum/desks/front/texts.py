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
ADVISER = (
    _("Studies the question with fresh eyes."),
    _("Lays the choices side by side, and recommends one."),
    _("Leaves the decision and the work to you."),
)
MANAGER = (
    _("Does that too, and then decides with your mandate."),
    _("Leads the people, deals with resistance and wins commitment."),
    _("Answers for a result that you can measure."),
)
STEPS = (
    Definition(
        _("You tell us what is going on"),
        _("In your own words. You read at once what we understood, and what would help."),
    ),
    Definition(
        _("We agree what is needed"),
        _("The problem in a few sentences, the result you want, the role and the terms."),
    ),
    Definition(
        _("You choose"),
        _("Between two or three people who have done it before, each with the reason why and a referee."),
    ),
    Definition(
        _("The manager starts"),
        _("With a clear mandate, and with a plan of approach that you agree to in the first weeks."),
    ),
    Definition(
        _("You follow the progress"),
        _("A short report each week, beside the results agreed. A shadow manager guards the quality."),
    ),
    Definition(
        _("The change stays"),
        _("It is anchored in your people, and measured 3, 6 and 12 months after."),
    ),
)
