"""Addresses of Mijn omgeving."""

from django.urls import path

from portal.mine import views, withdrawing

app_name = "mine"
urlpatterns = [
    path("", views.home, name="home"),
    path("zaken/<str:reference>/", views.case, name="case"),
    path("zaken/<str:reference>/intrekken/", withdrawing.withdraw, name="withdraw"),
    path("zaken/<str:reference>/gezien/", views.seen, name="seen"),
    path("zaken/<str:reference>/ontvangstbevestiging.pdf", views.receipt, name="receipt"),
]
