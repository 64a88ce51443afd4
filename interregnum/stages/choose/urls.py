"""Addresses of shortlists, invitations and proposals."""

from django.urls import path

from interregnum.stages.choose.views import bureau, client, contests, manager, oversight, talks

bureau_urls = [
    path("briefs/<slug:code>/shortlist/", bureau.draw, name="choose-draw"),
    path("open-briefs/", bureau.open_briefs, name="choose-open"),
    path("shortlists/<slug:code>/", bureau.shortlist, name="choose-shortlist"),
    path("shortlists/<slug:code>/excluded/", bureau.excluded, name="choose-excluded"),
    path("shortlists/<slug:code>/once-more/", bureau.replay, name="choose-replay"),
    path("shortlists/<slug:code>/managers/<slug:manager>/", bureau.why, name="choose-why"),
    path("shortlists/<slug:code>/aside/<slug:manager>/", oversight.aside, name="choose-aside"),
    path("contests/", contests.contests, name="choose-contests"),
    path("contests/<slug:code>/", contests.contest, name="choose-contest"),
    path("how-we-choose/", oversight.departures, name="choose-oversight"),
    path("proposals/<slug:code>/", bureau.proposal, name="choose-proposal"),
    path("proposals/<slug:code>/stop/", bureau.stop, name="choose-stop"),
    path("proposal-questions/<slug:code>/", talks.question, name="choose-question"),
    path("acquaintances/<slug:code>/", talks.talk, name="choose-talk"),
]
manager_urls = [
    path("invitations/<slug:code>/", manager.invitation, name="choose-invitation"),
    path("acquaintances/<slug:code>/", talks.talk, name="choose-talk"),
    path("considered/", contests.considered_all, name="choose-considered-all"),
    path("considered/<slug:code>/", contests.considered, name="choose-considered"),
]
client_urls = [
    path("proposals/<slug:code>/", client.proposal, name="choose-proposal"),
    path("proposals/<slug:code>/question/", talks.ask, name="choose-question"),
    path("acquaintances/<slug:code>/", talks.talk, name="choose-talk"),
]
