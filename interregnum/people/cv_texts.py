"""Words about CVs: why a file is not read, and what to look at before its fields are accepted."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from interregnum.people.rules.cv.values import Remark

CV_REFUSALS = {
    "cv.too_large": _("The file is too large: at most %(megabytes)s MB can be read."),
    "cv.empty": _("The file is empty. Choose another one."),
    "cv.too_many_pages": _("There are more than %(most)s pages. Choose a file with the CV alone."),
    "cv.too_long": _("There is far more text in this file than in a CV. Choose a file with the CV alone."),
    "cv.locked": _("This file has a password. Save it without one."),
    "cv.damaged": _("This file is damaged. Open it, save it again and choose that file."),
    "cv.old_word": _("This is an old Word file or RTF. Save it as DOCX or PDF and choose that file."),
    "cv.picture": _("This is a picture, and no text can be read from it. Choose the CV as PDF, DOCX or ODT."),
    "cv.other_kind": _("This is no CV as PDF, DOCX, ODT, text, JSON Resume or Europass XML. Save it as one of these."),
    "cv.bomb": _("Unpacked, this file would be far too large. Save the CV as PDF."),
    "cv.macros": _("This file holds macros. Save it as DOCX without them, or as PDF."),
    "cv.nested": _("This file holds other files. Save the CV alone, or as PDF."),
    "cv.entities": _("This file refers to things outside it and is not read. Save the CV as PDF."),
    "cv.remote": _("This file would fetch a part of itself from elsewhere and is not read. Save the CV as PDF."),
    "cv.too_heavy": _("Reading this file takes too much time or memory. Save the CV as text or as a new PDF."),
}
CV_FIELDS = {
    "name": _("Name"),
    "email": _("E-mail"),
    "phone": _("Telephone"),
    "city": _("Place"),
    "languages": _("Languages"),
    "positions": _("Positions"),
    "education": _("Education"),
    "disciplines": _("Disciplines"),
    "levels": _("Levels"),
}
REMARKS = {
    "cv.scan": _("This is a scan: a picture of a page without text. Save the CV with its text, or type it over."),
    "cv.no_text": _("There is hardly any text in this file."),
    "cv.no_json_resume": _("This JSON is no JSON Resume: nothing could be read from it."),
    "cv.no_europass": _("This XML is no Europass: nothing could be read from it."),
    "cv.not_found": _("Not found: %(field)s."),
    "cv.no_positions": _("No positions were found. Are there periods beside them?"),
    "cv.no_education": _("No education was found."),
    "cv.vague_periods": _(
        "Some periods name no month: a year was read as January to December, a quarter or season as its first and last "
        "month."
    ),
    "cv.half_positions": _("Of some positions only the function or only the employer was found."),
}


def remark_words(remark: Remark) -> str:
    facts: dict[str, Any] = dict(remark.facts)
    if "field" in facts:
        facts["field"] = str(CV_FIELDS.get(facts["field"], facts["field"])).lower()
    return str(REMARKS[remark.code]) % facts


def refusal_words(code: str, facts: object) -> str:
    return str(CV_REFUSALS[code]) % facts
