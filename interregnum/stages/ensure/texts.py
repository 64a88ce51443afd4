"""Words for a person: refusals, needs and facts of this stage."""

from django.utils.translation import gettext_lazy as _

from interregnum.stages.deliver.rules.shadow_need import ShadowNeed
from interregnum.stages.ensure.integrity_texts import INTEGRITY_FACTS, INTEGRITY_REFUSALS
from interregnum.stages.ensure.ladder_texts import LADDER_FACTS, LADDER_REFUSALS
from interregnum.stages.ensure.outcome_texts import OUTCOME_FACTS, OUTCOME_REFUSALS
from interregnum.stages.ensure.review_texts import REVIEW_DETAILS, REVIEW_FACTS, REVIEW_REFUSALS

NEEDS = {
    ShadowNeed.REQUIRED: _("Required"),
    ShadowNeed.WANTED: _("Wanted"),
    ShadowNeed.FREE: _("Not needed"),
}
COVERS = _("Knows %(fields)s, which the interim manager lacks.")
COVERS_SENIOR = _("Knows %(fields)s, which the interim manager lacks, and is as senior or more.")
SENIOR = _("Is as senior as the interim manager or more; brings no other field that was asked.")
NOT_RECORDED = _("Fields and level are not recorded.")
NOTHING_KNOWN = _("Brings nothing that is known to lack.")
REFUSALS = {
    "ensure.no_shadow_manager": _("Is not a shadow manager of the firm."),
    "ensure.looks_after_client": _("Looks after this client for the firm, so has an interest of their own."),
    "ensure.is_the_manager": _("Is the interim manager of this assignment."),
    "ensure.has_tie": _("Has an interest in this client, or worked there."),
    "ensure.not_stated": _(
        "Say that there is no bonus on this client, no reporting line and no tie to the interim manager. If there is, "
        "choose somebody else."
    ),
    "ensure.stated_already": _("This was stated already. Reload the page to see by whom."),
    "ensure.nobody_appointed": _("This assignment has no shadow manager. Appoint one first."),
    "ensure.has_enough": _("Has %(most)s assignments already; more would be too many."),
    "ensure.already_appointed": _("This assignment has a shadow manager already. Reload the page to see who."),
    "ensure.not_the_shadow": _("You are not the shadow manager of this assignment any more."),
    "ensure.has_profile": _("This person has a profile of their own, and that counts. Change it there."),
    "ensure.closed": _("This assignment is closed."),
    **REVIEW_REFUSALS,
    **LADDER_REFUSALS,
    **INTEGRITY_REFUSALS,
    **OUTCOME_REFUSALS,
}
FACTS = {
    "ShadowAppointed": _("A shadow manager was appointed"),
    "ShadowResigned": _("The shadow manager resigned or cannot go on"),
    "IndependenceStated": _("It was stated that the shadow manager is independent"),
    "ShadowKnowledgeNoted": _("The fields and level of a shadow manager were recorded"),
    "SoundingAsked": _("The interim manager asked the shadow manager something in confidence"),
    "SoundingAnswered": _("The shadow manager answered what was asked in confidence"),
    "SoundingTalkPlanned": _("Interim manager and shadow manager planned a talk"),
    "SoundingClosed": _("What was asked in confidence was closed"),
    "EntryReleased": _("An entry of the confidential notebook was released to the partners"),
    **REVIEW_FACTS,
    **LADDER_FACTS,
    **INTEGRITY_FACTS,
    **OUTCOME_FACTS,
}
DETAILS = {**REVIEW_DETAILS}
