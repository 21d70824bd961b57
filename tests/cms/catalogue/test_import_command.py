"""`manage.py load_catalogue`: publish a file, or say in one line why not."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from intake.actions.publish_catalogue import Unsound, publish_catalogue
from intake.catalogue import files
from intake.catalogue.models import Release
from intake.catalogue.queries import catalogue_of, current_release, municipality
from intake.partners.models import Partner
from tests.intake.catalogue.factories import (
    FOLDER,
    NOON,
    STARTER_FILE,
    relabelled,
    starter,
    zeventerpen,
)

pytestmark = pytest.mark.django_db


def _load(*arguments: str) -> list[str]:
    call_command("load_catalogue", *arguments, stdout=(out := StringIO()))
    return out.getvalue().splitlines()


def _file(folder: Path, text: str) -> str:
    path = folder / "catalogue.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_without_a_file_it_loads_the_starter_catalogue_for_zeventerpen() -> None:
    *changes, last = _load()
    assert "added topic schuldhulp" in changes
    assert "added municipality gemeente" in changes
    assert last == f"Release 1: {len(changes)} definitions changed."
    assert catalogue_of(current_release().id) == starter()
    assert municipality() == zeventerpen()
    keys = set(Partner.objects.values_list("key", flat=True))
    assert keys == {recipient.key for recipient in starter().recipients}


def test_a_second_time_changes_nothing() -> None:
    _load()
    assert _load() == ["Release 1: 0 definitions changed."]


def test_it_says_what_changed(tmp_path: Path) -> None:
    _load()
    changed = _file(tmp_path, files.write(relabelled("p.naam", "Uw naam")))
    assert _load(changed) == ["changed element p.naam", "Release 2: 1 definitions changed."]


def test_the_municipality_stays_unless_it_is_named(tmp_path: Path) -> None:
    moved = replace(zeventerpen(), phone="14 0456")
    publish_catalogue(catalogue=starter(), municipality=moved, now=NOON)
    _load()
    assert municipality() == moved
    _load("--municipality", str(FOLDER / "municipality.yaml"))
    assert municipality() == zeventerpen()


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("key: p.naam\n", "key: p.naam\n    colour: red\n", "elements[p.naam].colour: is not"),
        ("    regime: wgs", "    regime: wet", "regime wet does not exist"),
    ],
    ids=["shape", "sense"],
)
def test_a_bad_file_is_one_clear_line_and_changes_nothing(
    tmp_path: Path, old: str, new: str, line: str
) -> None:
    text = STARTER_FILE.read_text(encoding="utf-8")
    assert old in text
    path = _file(tmp_path, text.replace(old, new, 1))
    with pytest.raises(CommandError) as refusal:
        _load(path)
    said = str(refusal.value)
    assert said.startswith(f"{path}, line ")
    assert line in said
    assert "\n" not in said
    assert not Release.objects.exists()
    assert not Partner.objects.exists()


def test_a_file_that_is_not_there_is_one_clear_line() -> None:
    with pytest.raises(CommandError, match=r"nowhere\.yaml: No such file"):
        _load("nowhere.yaml")


def test_publishing_an_unsound_catalogue_is_refused() -> None:
    with pytest.raises(Unsound) as refusal:
        publish_catalogue(catalogue=replace(starter(), recipients=()), now=NOON)
    assert refusal.value.findings
    assert not Release.objects.exists()
