"""Addresses that are refused, as a URL configuration beside the site's own."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from portal import urls

handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def refuse(request: HttpRequest, code: int) -> HttpResponse:
    """Go wrong as the address says."""
    match code:
        case 400:
            raise SuspiciousOperation
        case 403:
            raise PermissionDenied
        case 500:
            raise ValueError
        case _:
            return render(request, f"{code}.html", status=code)


urlpatterns = [path("geweigerd/<int:code>/", refuse), *urls.urlpatterns]
