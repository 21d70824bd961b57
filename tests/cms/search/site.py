"""Asking the site, as somebody who searches."""

from django.test import Client
from django.urls import reverse


def page(query: str, *, prefix: str = "") -> str:
    response = Client().get(f"{prefix}/zoeken/", {"q": query})
    assert response.status_code == 200
    return response.content.decode()


def results(query: str) -> list[str]:
    """Where the results lead, in their order."""
    response = Client().get(reverse("search"), {"q": query})
    return [result.url for result in response.context["found"].results]
