"""There; the way back is registered with the broker and has one address for all languages."""

from django.urls import path

from portal.accounts.digid import views

urlpatterns = [path("login/", views.login, name="digid_login")]
