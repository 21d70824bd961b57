"""For whoever runs the machines; without log-in, without anything to read."""

from django.urls import path

from portal.health import views

urlpatterns = [
    path("live", views.live, name="health_live"),
    path("ready", views.ready, name="health_ready"),
]
