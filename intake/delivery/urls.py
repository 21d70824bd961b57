"""Addresses outside any other room's prefix."""

from django.urls import path

from intake.delivery import views

app_name = "delivery"
urlpatterns = [path(".well-known/jwks.json", views.jwks, name="jwks")]
