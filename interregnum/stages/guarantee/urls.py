"""Addresses of the guarantee."""

from django.urls import path

from interregnum.stages.guarantee.views import bureau, client, manager

client_urls = [
    path("assignments/<slug:code>/guarantee/", client.complain_view, name="guarantee-complain"),
    path("guarantees/<slug:code>/", client.case, name="guarantee-case"),
    path("guarantees/<slug:code>/proof/", client.proof, name="guarantee-proof"),
]
bureau_urls = [
    path("guarantees/", bureau.cases, name="guarantee-cases"),
    path("guarantees/<slug:code>/", bureau.case, name="guarantee-case"),
    path("guarantees/<slug:code>/hand-over/", bureau.hand_over, name="guarantee-hand-over"),
    path("guarantees/<slug:code>/proof/", bureau.proof, name="guarantee-proof"),
    path("assignments/<slug:code>/trustee/", bureau.trustee, name="guarantee-trustee"),
]
manager_urls = [
    path("guarantees/<slug:code>/", manager.own, name="guarantee-own"),
    path("guarantees/<slug:code>/hand-over/", manager.hand_over, name="guarantee-hand-over"),
    path("guarantees/<slug:code>/take-over/", manager.take_over, name="guarantee-take-over"),
    path("invitations/<slug:code>/stand-by/", manager.standing, name="guarantee-stand-by"),
]
shadow_urls = [
    path("guarantees/<slug:code>/", bureau.shadow_case, name="guarantee-case"),
    path("guarantees/<slug:code>/hand-over/", bureau.hand_over, name="guarantee-hand-over"),
]
