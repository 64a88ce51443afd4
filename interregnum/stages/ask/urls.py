"""Addresses of requests."""

from django.urls import path

from interregnum.stages.ask.views import bureau, client, front, intake, own_questions, questions, requests

front_urls = [
    path("questions/", questions.to_questions, name="questions"),
    path("vragen/", questions.questions, {"language": "nl"}, name="questions-nl"),
    path("en/questions/", questions.questions, {"language": "en"}, name="questions-en"),
    path("vragen/stellen/", questions.leave, {"language": "nl"}, name="question-leave-nl"),
    path("en/questions/ask/", questions.leave, {"language": "en"}, name="question-leave-en"),
    path("sitemap.xml", questions.sitemap, name="sitemap"),
    path("robots.txt", questions.robots, name="robots"),
    path("ask/", front.problem, name="ask-problem"),
    path("ask/received/<slug:code>/", front.received, name="ask-received"),
    path("intake/<str:token>/", front.intake, name="ask-intake"),
]
bureau_urls = [
    path("requests/", requests.requests, name="ask-requests"),
    path("requests/held/", requests.held, name="ask-held"),
    path("requests/export/", requests.export, name="ask-export"),
    path("settings/questions/", own_questions.questions, name="ask-questions"),
    path("settings/questions/new/", own_questions.new, name="ask-question-new"),
    path("settings/questions/<slug:code>/", own_questions.edit, name="ask-question"),
    path("asked/", own_questions.asked, name="ask-asked"),
    path("asked/<slug:code>/", own_questions.asked_one, name="ask-asked-one"),
    path("requests/<slug:code>/", bureau.triage, name="ask-triage"),
    path("requests/<slug:code>/field/<slug:field>/", bureau.judge, name="ask-judge"),
    path("requests/<slug:code>/intake/", intake.telephone, name="ask-intake"),
    path("requests/<slug:code>/brief/", intake.draft, name="ask-brief"),
    path("requests/<slug:code>/handle/", requests.handle, name="ask-handle"),
]
client_urls = [
    path("requests/", client.requests, name="ask-requests"),
    path("requests/new/", client.problem, name="ask-problem"),
    path("requests/<slug:code>/", client.one_request, name="ask-request"),
    path("requests/<slug:code>/intake/", client.intake, name="ask-intake"),
]
