"""Words for a person: refusals, needs and facts of this stage."""

from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.rules.shadow_need import ShadowNeed

NEEDS = {
    ShadowNeed.REQUIRED: _("Required"),
    ShadowNeed.WANTED: _("Wanted"),
    ShadowNeed.FREE: _("Not needed"),
}
REFUSALS = {
    "ensure.no_shadow_manager": _("Is not a shadow manager of the firm."),
    "ensure.looks_after_client": _("Looks after this client for the firm, so has an interest of their own."),
    "ensure.is_the_manager": _("Is the interim manager of this assignment."),
    "ensure.has_enough": _("Has %(most)s assignments already; more would be too many."),
    "ensure.already_appointed": _("This assignment has a shadow manager already. Reload the page to see who."),
    "ensure.closed": _("This assignment is closed."),
}
FACTS = {"ShadowAppointed": _("A shadow manager was appointed")}
