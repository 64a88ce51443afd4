"""Addresses of shortlists, invitations and proposals."""

from django.urls import path

from interregnum.stages.choose.views import bureau, client, manager

bureau_urls = [
    path("briefs/<slug:code>/shortlist/", bureau.draw, name="choose-draw"),
    path("open-briefs/", bureau.open_briefs, name="choose-open"),
    path("shortlists/<slug:code>/", bureau.shortlist, name="choose-shortlist"),
    path("shortlists/<slug:code>/excluded/", bureau.excluded, name="choose-excluded"),
    path("shortlists/<slug:code>/once-more/", bureau.replay, name="choose-replay"),
    path("shortlists/<slug:code>/managers/<slug:manager>/", bureau.why, name="choose-why"),
    path("proposals/<slug:code>/", bureau.proposal, name="choose-proposal"),
]
manager_urls = [path("invitations/<slug:code>/", manager.invitation, name="choose-invitation")]
client_urls = [path("proposals/<slug:code>/", client.proposal, name="choose-proposal")]
