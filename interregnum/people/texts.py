"""Words for a person: refusals, faults in a roster and facts about people."""

from django.utils.translation import gettext_lazy as _

from interregnum.people.rules.importing import ImportKind, RowFault

REFUSALS = {
    "people.organisation_needed": _("Choose the organisation that this person works for."),
    "people.organisation_not_for_role": _("Only a client or a delegate belongs to an organisation. Leave this empty."),
    "people.no_profile": _(
        "No interim manager on the roster has this e-mail address. Import the profile first, or correct the address."
    ),
    "people.already_open": _("This person has this role already and has opened the account. Nothing was sent."),
    "people.organisation_known": _("There is an organisation with this name already."),
    "people.contact_known": _("This organisation has a contact with this name or address already."),
    "people.screening_consent": _("Consent is no ground for screening. Choose another ground, or do not screen."),
    "people.screening_own": _("You entered this screening: another partner decides about it."),
    "people.screening_decided": _("This screening was decided already."),
    "people.role_gone": _("This role was taken away already."),
    "people.last_partner": _("This is the last partner: make somebody else a partner first."),
    "people.closed_already": _("This account is closed already."),
    "people.open_already": _("This account is open."),
    "people.loss_over": _("Somebody else was first. See below what was done."),
    "people.loss_own": _("This takes two others: one who approves, and another who is a partner and removes it."),
    "people.other_role_there": _(
        "This person has the other role at this organisation already. Take that away first, on this page."
    ),
    "import.column_needed": _("No row can do without this. Choose the column that holds it."),
    "import.column_twice": _("This column is chosen twice. Each column holds one thing."),
    "import.columns_needed": _("The first line lacks these columns: %(names)s."),
    "import.under_way": _("This file is being gone through already. Wait until that is done."),
    "sheet.too_large": _("The file is too large: at most %(megabytes)s MB can be read. Split it in two."),
    "sheet.empty": _("The file is empty, or has no sheet with a first line of headings."),
    "sheet.no_text": _("This is no CSV or XLSX file. Save the sheet as one of these and choose that file."),
    "sheet.cut_off": _("The file was cut off: its end is missing. Save or send it again."),
    "sheet.damaged": _("This Excel file is damaged. Open it in Excel, save it again and choose that file."),
    "sheet.old_excel": _("This is an old or locked Excel file. Save it as XLSX without a password."),
    "sheet.locked": _("This file has a password. Save it without one."),
    "sheet.no_workbook": _("This archive is no Excel workbook. Save the sheet as XLSX or CSV."),
    "sheet.macros": _("This workbook holds macros. Save it as XLSX without them."),
    "sheet.nested": _("This workbook holds other files. Save the sheet alone as XLSX or CSV."),
    "sheet.entities": _("This workbook refers to things outside it and is not read. Save the sheet as CSV."),
    "sheet.bomb": _("Unpacked, this file would be far too large. Save the sheet as CSV."),
    "sheet.too_heavy": _("Reading this file takes too much time or memory. Split it in two."),
    "sheet.too_many_rows": _("There is more in this file than can be read at once: at most %(most)s rows. Split it."),
    "sheet.too_many_columns": _("There are more than %(most)s columns. Take those away that are not needed."),
    "lists.taken": _("Another entry has this name already. Choose another one, or switch that one on again."),
    "lists.unknown": _("This entry does not exist. Reload the page."),
    "lists.last": _("One entry must stay in use."),
    "parameters.unknown": _("This value does not exist."),
    "parameters.too_early": _("A value cannot change in the past. Choose today or a later day."),
    "parameters.same": _("This is the value that holds on that day already."),
    "parameters.shape": _("This does not look like the present value. Fill in the same kind of value."),
    "parameters.negative": _("A value below nought is not possible here."),
    "parameters.not_hundred": _("Together these must be 100. Now they are %(total)s."),
    "parameters.assurance": _("Choose one of: none, light, standard, intensive."),
}
COLUMNS_OF_CLIENTS = {
    "name": _("Organisation"),
    "sector": _("Sub-sector"),
    "street": _("Street and number"),
    "postal_code": _("Postal code"),
    "city": _("City"),
    "organisation_phone": _("Telephone of the organisation"),
    "kvk": _("KvK number"),
    "vat_number": _("VAT number"),
    "reclaims_vat": _("Reclaims VAT"),
    "contact_name": _("Contact: name"),
    "contact_email": _("Contact: e-mail"),
    "contact_phone": _("Contact: telephone"),
    "contact_function": _("Contact: function"),
    "contact_language": _("Contact: language"),
}
COLUMNS = {
    "name": _("Name"),
    "email": _("E-mail"),
    "phone": _("Telephone"),
    "place": _("Place"),
    "travel_km": _("Travels (km)"),
    "available_on": _("Available from"),
    "days_a_week": _("Days a week"),
    "day_rate": _("Day rate"),
    "level": _("Level"),
    "disciplines": _("Disciplines"),
    "sectors": _("Sub-sectors"),
    "languages": _("Languages"),
    "role_mix": _("Role mix"),
    "categories": _("Cases per category"),
    "reasons": _("Cases per reason"),
    "first_result_weeks": _("Weeks to the first result"),
    "deadlocks_broken": _("Deadlocks broken"),
    "cases_with_referee": _("Cases with a referee"),
    "former_employers": _("Former employers"),
    "wants_permanent": _("Wants a permanent job"),
    "summary": _("Summary"),
}
FAULTS = {
    "sheet.columns": _("This line has %(value)s cells, not as many as the first line."),
    "clients.contradicts": _("A line above says something else of the same organisation or contact."),
    "clients.kvk_of_another": _("Another organisation has this KvK number. Is it the same one under another name?"),
    "cell.language": _("Write nl or en."),
    "roster.double": _("This address stands higher up in the file already."),
    "cell.missing": _("This cell is empty, and it is needed."),
    "cell.too_long": _("This text is too long."),
    "cell.text": _("This text holds signs that cannot be read."),
    "cell.email": _("This is no e-mail address."),
    "cell.phone": _("This is no telephone number."),
    "cell.kvk": _("A KvK number has eight digits."),
    "cell.vat_number": _("This is no VAT number. A Dutch one looks like NL123456789B01."),
    "cell.iban": _("This is no account number (IBAN). Check the digits."),
    "cell.number": _("This is no whole number, or one that is out of range."),
    "cell.money": _("This is no amount. Write for example 1250 or 1250,50."),
    "cell.date": _("This is no day. Write for example 2026-03-09 or 9-3-2026."),
    "cell.yes_no": _("Write yes or no."),
    "cell.level": _("This level does not exist."),
    "cell.list": _("This is no list of codes with | between them."),
    "cell.cases": _("Write known codes with a number each, for example change:4|crisis:1."),
    "cell.role_mix": _(
        "Write the four shares, together 100, for example operational:40|adviser:20|coach:20|change:20."
    ),
    "cell.unknown_code": _("This code is not in the firm's list."),
}
COLUMNS_OF = {ImportKind.CLIENTS: COLUMNS_OF_CLIENTS, ImportKind.ROSTER: COLUMNS}
FACTS = {
    "PersonInvited": _("Somebody was given a role: %(role)s"),
    "InvitationAccepted": _("An account was opened"),
    "ScreeningEntered": _("A screening was entered"),
    "ScreeningDecided": _("A screening was decided"),
    "ScreeningRead": _("Somebody read what a screening found"),
    "RoleTaken": _("A role of somebody was taken away: %(role)s"),
    "AccountClosed": _("An account was closed"),
    "AccountReopened": _("An account was opened again"),
    "FactorAdded": _("Somebody set up a second factor"),
    "FactorRemoved": _("A second factor was removed"),
    "FactorLost": _("Somebody lost their second factor"),
    "FactorLossJudged": _("The bureau judged whether a second factor was really lost"),
    "OrganisationSaved": _("The data of an organisation were changed"),
    "ContactSaved": _("The data of a contact were changed"),
    "ClientsImported": _("Clients and contacts were imported"),
    "RosterImported": _("A roster was imported"),
    "ListChanged": _("A list of the firm was changed"),
    "ParameterChanged": _("A value of the practice was changed"),
}
DETAILS = {
    "RosterImported": lambda fact: _("%(added)s added, %(changed)s changed, %(unchanged)s unchanged") % fact,
    "ParameterChanged": lambda fact: _("%(name)s, from %(valid_from)s") % fact,
}


def fault_words(fault: RowFault) -> str:
    """Why a row, a cell or the whole file was refused, as a sentence."""
    return str(FAULTS[fault.code]) % {"value": fault.value}
