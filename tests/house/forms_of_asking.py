"""The same for requests, their intake, and questions of visitors."""

from interregnum.kernel.actor import Role

PROBLEM = {
    "text": "Onze verwerking loopt vast en wij zoeken een verandermanager.",
    "organisation_name": "Bank De Proef",
    "contact_name": "Carla",
    "contact_email": "carla@example.org",
}
ANSWER = {"field": "successor", "seen": "0", "value": "Het hoofd van de afdeling."}
QUESTION = {
    "question_nl": "Werkt u ook in België?",
    "answer_nl": "Ja, in **Vlaanderen** en Brussel.",
    "search_nl": "belgie vlaanderen",
    "question_en": "Do you work in Belgium as well?",
    "answer_en": "Yes, in **Flanders** and Brussels.",
    "search_en": "belgium flanders",
}
FORMS_OF_ASKING: dict[str, dict[str, str]] = {
    "front:questions-nl": {"q": "Wat kost een manager?"},
    "front:question-leave-nl": {"question": "Werkt u ook op zondag?", "email": "vera@example.org"},
    "bureau:ask-questions": {"do": "down", "code": "what"},
    "bureau:ask-question": QUESTION,
    "bureau:ask-question-new": QUESTION,
    "bureau:ask-asked-one": {"text": "Ja, ook op zaterdag."},
    "front:ask-problem": PROBLEM,
    "client:ask-problem": {"text": PROBLEM["text"]},
    "bureau:ask-triage": {"organisation_name": "Bank De Proef"},
    "bureau:ask-judge": {"do": "set", "value": "crisis"},
    "bureau:ask-intake": ANSWER,
    "client:ask-request": ANSWER,
    "client:ask-intake": ANSWER,
    "front:ask-received": ANSWER,
    "bureau:ask-brief": {"reason": ""},
    "bureau:ask-handle": {"do": "lost", "reason": "Een ander was goedkoper.", "owner": ""},
    "bureau:ask-held": {"do": "release", "request": "onbekend"},
}
WHOM_OF_ASKING: dict[str, tuple[Role, str]] = {}
OBJECTS_OF_ASKING = {
    "bureau:ask-asked-one": "asked_question",
    "front:ask-received": "request",
    **{f"bureau:ask-{page}": "request" for page in ("triage", "judge", "intake", "brief", "handle")},
    "client:ask-intake": "request",
    "client:ask-request": "request",
}
