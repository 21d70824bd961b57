"""What content editors and managers reach in the admin, and what they do not."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.images.tests.utils import get_test_image_file

from portal.accounts.models import User
from tests.cms.colleagues import colleague, sign_in
from tests.cms.factories import home_page, topic_page

MANAGERS_ONLY = [
    "wagtailusers_users:index",
    "wagtailadmin_collections:index",
    "wagtailadmin_workflows:index",
]
EVERYBODY = [
    "wagtailadmin_home",
    "wagtailredirects:index",
    "wagtailimages:index",
    "wagtaildocs:index",
    "cms_reviews",
    "cms_broken_links",
    "cms_hard_texts",
]
NOBODY = ["wagtailsites:index", "wagtaillocales:index", "wagtailusers_groups:index"]


@pytest.mark.parametrize("group", ["Redacteuren", "Beheerders"])
def test_each_group_reaches_its_own_screens_and_no_other(client: Client, group: str) -> None:
    home_page()
    sign_in(client, colleague(group))
    opened = {
        name: client.get(reverse(name)).status_code == HTTPStatus.OK
        for name in (*MANAGERS_ONLY, *EVERYBODY, *NOBODY)
    }
    wanted = {*EVERYBODY, *(MANAGERS_ONLY if group == "Beheerders" else ())}
    assert {name for name, is_open in opened.items() if is_open} == wanted


def test_who_keeps_questions_reads_no_drafts_of_pages(client: Client) -> None:
    page = topic_page(home_page())
    sign_in(client, colleague("Toetsers"))
    for name, args in (("cms_reading", [page.pk]), ("cms_reviews", []), ("cms_hard_texts", [])):
        assert client.get(reverse(name, args=args)).status_code == HTTPStatus.FOUND
    assert "cms_reviews" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_editors_make_a_redirect(client: Client) -> None:
    page = topic_page(home_page())
    sign_in(client, colleague("Redacteuren"))
    data = {"old_path": "/schulden", "redirect_page": page.pk, "is_permanent": "on", "site": ""}
    assert client.post(reverse("wagtailredirects:add"), data).status_code == HTTPStatus.FOUND
    client.logout()
    assert client.get("/schulden/").headers["Location"].endswith("/schuldhulp/")


def test_a_manager_gives_nobody_all_rights(client: Client) -> None:
    sign_in(client, colleague("Beheerders"))
    address = "nieuw@hoogterp.example"
    data = {"email": address, "name": "Nieuw", "is_superuser": "on"}
    client.post(reverse("wagtailusers_users:add"), data)
    assert not User.objects.get(email=address).is_superuser


def _edited(client: Client, user: User, *groups: str) -> set[str]:
    """The groups of a colleague after somebody chose these."""
    chosen = [each.pk for each in Group.objects.filter(name__in=groups)]
    data = {"email": user.email, "name": user.name, "is_active": "on", "groups": chosen}
    client.post(reverse("wagtailusers_users:edit", args=(user.pk,)), data)
    return set(user.groups.values_list("name", flat=True))


def test_a_manager_gives_the_groups_whose_rights_they_have_and_takes_away_any(
    client: Client,
) -> None:
    other, keeper = colleague("Redacteuren"), colleague("Functioneel beheerders")
    sign_in(client, colleague("Beheerders"))
    assert _edited(client, other, "Redacteuren", "Toetsers") == {"Redacteuren"}
    assert _edited(client, keeper, "Functioneel beheerders") == {"Functioneel beheerders"}
    assert _edited(client, keeper) == set()


def test_a_manager_gives_themselves_nothing(client: Client) -> None:
    manager = colleague("Beheerders")
    sign_in(client, manager)
    assert _edited(client, manager, "Beheerders", "Redacteuren") == {"Beheerders"}


def test_an_account_with_all_rights_is_out_of_a_managers_reach(client: Client) -> None:
    other, mighty = colleague("Redacteuren"), colleague()
    User.objects.filter(pk=mighty.pk).update(is_superuser=True)
    sign_in(client, colleague("Beheerders"))
    found = [
        client.get(reverse("wagtailusers_users:edit", args=(user.pk,))).status_code
        for user in (other, mighty)
    ]
    assert found == [HTTPStatus.OK, HTTPStatus.NOT_FOUND]


def test_only_the_admin_may_set_styles_of_elements(client: Client) -> None:
    home_page()
    assert "style-src-attr" not in client.get("/").headers["Content-Security-Policy"]
    sign_in(client, colleague("Redacteuren"))
    policy = client.get(reverse("wagtailadmin_home")).headers["Content-Security-Policy"]
    assert "style-src-attr 'unsafe-inline'" in policy
    assert "'unsafe-inline'" not in policy.replace("style-src-attr 'unsafe-inline'", "")


def document(name: str, content: bytes = b"%PDF-1.4") -> Any:
    return get_document_model()(title="Folder", file=ContentFile(content, name=name))


@pytest.mark.parametrize("name", ["folder.html", "folder.svg", "folder.docm", "folder"])
def test_a_document_that_could_run_a_script_is_refused(db: None, name: str) -> None:
    with pytest.raises(ValidationError):
        document(name).full_clean()


@pytest.mark.parametrize("ending", ["pdf", "odt", "docx", "ods", "xlsx", "csv", "txt"])
def test_documents_that_people_read_are_accepted(db: None, ending: str) -> None:
    document(f"folder.{ending}").full_clean()


def test_a_document_is_served_without_an_encoding_that_does_not_exist(
    client: Client, settings: Any, tmp_path: Any
) -> None:
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = settings.STORAGES | {
        "default": files | {"OPTIONS": {"location": str(tmp_path)}}
    }
    folder = document("folder.pdf")
    folder.save()
    response = client.get(folder.url)
    assert b"".join(response.streaming_content) == b"%PDF-1.4"  # type: ignore[attr-defined]
    assert "Content-Encoding" not in response.headers
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
    again = client.get(folder.url, headers={"if-modified-since": response.headers["Last-Modified"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED


@pytest.mark.parametrize(
    ("words", "accepted"),
    [("Een vrouw belt aan een balie", True), ("", False), ("foto", False), ("foto.png", False)],
)
def test_a_picture_is_described_in_words(db: None, words: str, *, accepted: bool) -> None:
    form_class = get_image_form(get_image_model())
    content = get_test_image_file("foto.png").file.getvalue()
    file = SimpleUploadedFile("foto.png", content, "image/png")
    form = form_class({"title": "foto", "description": words}, {"file": file}, user=None)
    assert ("description" not in form.errors) is accepted
