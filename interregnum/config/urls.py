"""All addresses: /bureau/ /client/ /manager/ /shadow/ by desk, the rest is for everybody."""

from allauth.account import views as allauth
from django.urls import URLPattern, URLResolver, include, path, re_path

from interregnum.desks.bureau.urls import urlpatterns as bureau
from interregnum.desks.client.urls import urlpatterns as client
from interregnum.desks.front.urls import urlpatterns as front
from interregnum.desks.manager.urls import urlpatterns as manager
from interregnum.desks.own.urls import account_urls, front_urls
from interregnum.desks.profile.urls import front_urls as profile_urls
from interregnum.desks.shadow.urls import urlpatterns as shadow
from interregnum.stages.ask import urls as ask
from interregnum.stages.brief import urls as brief
from interregnum.stages.choose import urls as choose
from interregnum.stages.contract import urls as contract
from interregnum.stages.deliver import urls as deliver
from interregnum.stages.ensure import urls as ensure
from interregnum.stages.guarantee import urls as guarantee
from interregnum.stages.handover import urls as handover
from interregnum.stages.invoice import urls as invoice
from interregnum.stages.keep import urls as keep
from interregnum.stages.learn import urls as learn
from interregnum.stages.pulse import urls as pulse
from interregnum.web.views import security

STAGES = (ask, brief, choose, contract, deliver, pulse, ensure, guarantee, handover, invoice, keep, learn)


def desk(name: str, home: list[URLPattern]) -> URLResolver:
    """The pages of one desk: its own and those that the stages have for it, in the order of an assignment's life."""
    stages = [pattern for stage in STAGES for pattern in getattr(stage, f"{name}_urls", [])]
    prefix = "" if name == "front" else f"{name}/"
    return path(prefix, include(([*home, *stages], name)))


account = [
    path("sign-in/", allauth.login, name="account_login"),
    path("sign-out/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("again/", allauth.reauthenticate, name="account_reauthenticate"),
    path("security/", security.security, name="mfa_index"),
    path("security/first/", security.first, name="factor_first"),
    path("security/app/", security.add_app, name="mfa_activate_totp"),
    path("security/passkey/", security.add_passkey, name="mfa_add_webauthn"),
    path("security/codes/", security.view_codes, name="mfa_view_recovery_codes"),
    path("security/codes/new/", security.make_codes, name="mfa_generate_recovery_codes"),
    path("security/remove/", security.remove, name="factor_remove"),
    path("security/sessions/", security.sessions, name="account_sessions"),
    path("sign-in/second/", security.authenticate, name="mfa_authenticate"),
    path("sign-in/lost/", security.lost, name="factor_lost"),
    path("sign-in/passkey/", security.sign_in_with_passkey, name="mfa_login_webauthn"),
    path("again/second/", security.reauthenticate, name="mfa_reauthenticate"),
    path("again/passkey/", security.reauthenticate_passkey, name="mfa_reauthenticate_webauthn"),
    path("password/forgotten/", allauth.password_reset, name="account_reset_password"),
    path("password/forgotten/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/new/done/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]

urlpatterns = [
    path("account/", include([*account, *account_urls])),
    path("", include("interregnum.web.urls")),
    desk("bureau", bureau),
    desk("client", client),
    desk("manager", manager),
    desk("shadow", shadow),
    desk("front", [*front, *front_urls, *profile_urls]),
]
handler400 = "interregnum.web.views.faults.unreadable"
handler429 = "interregnum.web.views.security.too_many"
handler500 = "interregnum.web.views.faults.failed"
