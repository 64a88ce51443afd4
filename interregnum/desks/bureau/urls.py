"""Addresses of this desk's own pages."""

from django.urls import path

from interregnum.desks.bureau.views import (
    clients,
    happened,
    imports,
    jobs,
    lists,
    look,
    people,
    post,
    practice,
    records,
    roster,
    today,
)
from interregnum.people.rules.importing import ImportKind

urlpatterns = [
    path("", today.home, name="home"),
    path("requests/<slug:code>/next/", today.next_page, name="request-next"),
    path("settings/", practice.settings, name="settings"),
    path("people/", people.invite, name="people-invite"),
    path("people/factors/", people.factors, name="people-factors"),
    path("people/<slug:code>/", people.person, name="people-person"),
    path("managers/", roster.roster, name="people-roster"),
    path("managers/export.csv", roster.export, name="people-roster-export"),
    path("managers/import/", imports.upload, {"kind": ImportKind.ROSTER}, name="people-roster-import"),
    path("managers/<slug:code>/", roster.manager, name="people-manager"),
    path("clients/", clients.clients, name="people-clients"),
    path("clients/import/", imports.upload, {"kind": ImportKind.CLIENTS}, name="people-clients-import"),
    path("imports/<slug:code>/", imports.one, name="people-import"),
    path("imports/<slug:code>/report.csv", imports.report, name="people-import-report"),
    path("clients/new/", clients.new, name="people-client-new"),
    path("clients/<slug:code>/edit/", clients.edit, name="people-client-edit"),
    path("clients/<slug:code>/contacts/new/", clients.new_contact, name="people-contact-new"),
    path("contacts/<slug:code>/", clients.contact, name="people-contact-edit"),
    path("parameters/", practice.parameters, name="parameters"),
    path("lists/", lists.lists, name="lists"),
    path("lists/<slug:name>/<slug:code>/", lists.entry, name="list-entry"),
    path("mail/", post.mail, name="mail"),
    path("mail/<slug:code>/", post.mail_one, name="mail-one"),
    path("jobs/", jobs.jobs, name="jobs"),
    path("journal/", happened.journal, name="journal"),
    path("journal/export.csv", happened.journal_export, name="journal-export"),
    path("history/<slug:code>/", happened.history, name="history"),
    path("history/<slug:code>/export.csv", happened.history_export, name="history-export"),
    path("data-requests/", records.data_requests, name="data-requests"),
    path("data-requests/<slug:code>/", records.data_request, name="data-request"),
    path("components/", look.components, name="web-components"),
]
