"""Doors of Wagtail that would let somebody in without allauth; included before Wagtail's own."""

from allauth.account import views as account
from django.urls import path, re_path
from django.views.generic import RedirectView

to_login = RedirectView.as_view(pattern_name="account_login", query_string=True)
to_reset = RedirectView.as_view(pattern_name="account_reset_password")

urlpatterns = [
    path("login/", to_login),
    path("logout/", account.logout, name="wagtailadmin_logout"),
    re_path(r"^password_reset/", to_reset),
]
