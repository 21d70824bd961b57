"""Addresses under /zoeken/."""

from django.urls import path

from cms.search import views

urlpatterns = [
    path("", views.search, name="search"),
    path("suggesties/", views.suggest, name="search_suggestions"),
]
