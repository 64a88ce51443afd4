"""Addresses of what stands behind a profile: at the bureau, on the manager's own pages, and behind a link."""

from django.urls import path

from interregnum.desks.profile.views import cases, cvs, free, joining, own, papers

bureau_urls = [
    path("managers/applications/", joining.applications, name="people-applications"),
    path("managers/applications/<slug:code>/", joining.application, name="people-application"),
    path("managers/cv/", cvs.upload, name="people-cv-new"),
    path("managers/cv/<slug:code>/", cvs.one, name="people-cv"),
    path("managers/cv/<slug:code>/file/", cvs.file, name="people-cv-file"),
    path("managers/<slug:code>/papers/", papers.papers, name="people-papers"),
    path("managers/<slug:code>/business/", papers.business, name="people-business"),
    path("managers/insurance/<slug:code>/", papers.proof, name="people-proof"),
]
manager_urls = [
    path("profile/", own.profile, name="people-profile"),
    path("papers/", own.papers, name="people-papers"),
    path("papers/<slug:cover>/", own.insurance, name="people-insurance"),
    path("papers/proof/<slug:code>/", own.proof, name="people-proof"),
    path("declaration/", own.declaration, name="people-declaration"),
    path("cv/", cvs.upload, name="people-cv-new"),
    path("cv/<slug:code>/", cvs.one, name="people-cv"),
    path("cv/<slug:code>/file/", cvs.file, name="people-cv-file"),
    path("cases/", cases.cases, name="people-cases"),
    path("cases/new/", cases.new, name="people-case-new"),
    path("cases/<slug:code>/", cases.case, name="people-case"),
    path("availability/", free.availability, name="people-availability"),
    path("availability/away/", free.away, name="people-away"),
]
front_urls = [
    path("join/", joining.join, name="join"),
    path("join/<str:token>/", joining.confirm, name="join-confirm"),
    path("availability/<str:token>/", free.by_link, name="availability"),
    path("referee/<str:token>/", cases.referee, name="referee"),
]
