"""Words for whoever writes clauses: what each merge field stands for, and what to mind."""

from django.utils.translation import gettext_lazy as _

from interregnum.stages.contract.rules.states import Deed

DEEDS = {
    Deed.CLIENT: _("Agreement with the client"),
    Deed.MANAGER: _("Agreement with the interim manager"),
    Deed.FRAMEWORK: _("Framework agreement"),
}
LANGUAGE_NAMES = {"nl": _("Dutch"), "en": _("English")}
PARTS = {
    "title_nl": _("Heading in Dutch"),
    "text_nl": _("Words in Dutch"),
    "title_en": _("Heading in English"),
    "text_en": _("Words in English"),
}
FIELDS = {
    "client": _("name of the client"),
    "manager": _("name of the interim manager"),
    "number": _("number of the contract"),
    "category": _("category of the assignment"),
    "problem": _("the problem, as the brief says it; at the end of a paragraph"),
    "result": _("the result wanted; at the end of a paragraph, which goes when the brief says none"),
    "first": _("first day"),
    "last": _("last day"),
    "days": _("days a week"),
    "rate": _("day rate of this side"),
    "payment": _("term of payment"),
    "notice": _("term of notice"),
    "profiles_within": _("term for the profiles of a replacement"),
    "start_within": _("term in which a replacement starts"),
    "handover": _("days of hand-over between two managers"),
    "improvement": _("longest plan of improvement"),
    "decide_within": _("term for the choice after a talk"),
    "indexation": _("months in which the rate stays the same"),
    "absence": _("absence after which a replacement is offered"),
    "solicitation": _("months after the end in which taking the manager on costs a compensation"),
    "takeover": _("days of fee that this compensation is"),
    "liability": _("months of fee to which liability is limited"),
    "insured": _("amount for which is insured at least"),
    "framework": _("number of the framework agreement"),
    "framework_day": _("day on which it was signed"),
    "silence": _("working days after which hours that nobody answered count as approved"),
    "breach": _("term in which a breach of data is reported"),
    "cap": _("euros of expenses a month at most"),
    "reviews": _("longest time from one three-party review to the next"),
    "aftercare": _("months after the end at which is asked what stayed"),
    "wait": _("longest that the manager waits for the payment of the client"),
}
# Act on Allocation of Workers by Intermediaries (Waadi), article 9a; Court of Appeal Den Bosch, 2020; Civil Code, book
# 6, article 119a.
WARNINGS: dict[str, object] = {
    "solicitation": _(
        "Under article 9a of the Waadi nobody may be hindered from entering the service of a client at whom they were "
        "posted under its direction: such a clause is void, and an interim manager who works like an employee may "
        "appeal to it as well. A ban seldom holds; a reasonable compensation that is known beforehand may."
    ),
    "liability": _(
        "A court may set aside a limit that is unreasonable, and none holds for intent or deliberate recklessness. "
        "Have your insurer read these words."
    ),
    "paid_when_paid": _(
        "Between companies a term of more than sixty days holds only where it is not grossly unfair to whoever waits, "
        "and a large company may agree on thirty days at most with a smaller one (Civil Code, book 6, article 119a). "
        "A manager who may be kept waiting without an end is not paid: keep the last day in these words."
    ),
}
REFUSALS = {
    "contract.clause_empty": _("This clause cannot be left out of an agreement. Write its words."),
    "contract.clause_one_language": _("Write these words in both languages, or in neither to leave the clause out."),
    "contract.clause_too_long": _(
        "This is %(length)s characters long. A clause has at most %(longest)s, some three pages: make it shorter, or "
        "put the rest in an annex."
    ),
    "contract.clause_brace": _("A brace stands alone near “%(near)s”. Write a merge field as {name}, or no braces."),
    "contract.clause_title": _("A title has no merge fields. Write it without braces."),
    "contract.clause_field_unknown": _("There is no merge field {%(field)s} here. You may use: %(known)s."),
    "contract.clause_field_missing": _("{%(field)s} is missing: the software keeps to it, so the words must say it."),
    "contract.clause_quote_place": _(
        "{%(field)s} is a quotation of any length: put it at the end of a paragraph, and one in a paragraph at most."
    ),
    "contract.clause_signs": _("A document cannot show these signs: %(signs)s. Write them in Latin letters."),
    "contract.clause_too_early": _("Choose today or a later day: what was drawn before stays as it is."),
    "contract.clause_same": _("These are the words of the last version. Change something, or go back."),
    "contract.clause_meanwhile": _(
        "Somebody else wrote version %(number)s meanwhile. Your words still stand here: copy them, open this page anew "
        "and put the two together."
    ),
}
