"""The catalogue file: what is written reads the same, and a mistake is named with its line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from intake.catalogue import files
from intake.questionnaire.definition import Catalogue
from tests.intake.catalogue.factories import FOLDER, STARTER_FILE, starter
from tests.intake.questionnaire.strategies import catalogues


def _read(text: str, folder: Path) -> Catalogue:
    path = folder / "catalogue.yaml"
    path.write_text(text, encoding="utf-8")
    return files.read(path)


def test_the_starter_catalogue_survives_writing(tmp_path: Path) -> None:
    text = files.write(starter())
    again = _read(text, tmp_path)
    assert again == starter()
    assert files.write(again) == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(catalogues())
def test_any_catalogue_survives_writing(tmp_path: Path, catalogue: Catalogue) -> None:
    assert _read(files.write(catalogue), tmp_path) == catalogue


def test_lines_stay_readable() -> None:
    lines = files.write(starter()).splitlines()
    assert lines[0] == "schema: voordeur-catalogue/1"
    assert sum(len(line) > 120 for line in lines) < len(lines) / 50


def _with(old: str, new: str) -> str:
    text = STARTER_FILE.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "key: p.naam\n",
            "key: p.naam\n    colour: red\n",
            "elements[p.naam].colour: is not a key",
        ),
        ("section: person", "section: persona", "elements[p.bsn].section: must be one of person"),
        ("schema: voordeur-catalogue/1", "schema: voordeur-catalogue/9", "schema: must be"),
        ("label: Burgerservicenummer", "label: [1]", "elements[p.bsn].label: must be text"),
        ("label: Burgerservicenummer", "label: a\n    label: b", 'duplicate key "label"'),
        ("elements:\n", "elements: [\n", "expected"),
    ],
    ids=["unknown key", "unknown code", "schema", "type", "twice", "no YAML"],
)
def test_a_mistake_is_named_with_its_file_line_and_key(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(files.BadFile) as refusal:
        _read(_with(old, new), tmp_path)
    said = str(refusal.value)
    assert said.startswith(f"{tmp_path / 'catalogue.yaml'}, line ")
    assert message in said
    assert "\n" not in said


def test_the_line_is_the_right_one(tmp_path: Path) -> None:
    text = _with("key: p.naam\n", "key: p.naam\n    colour: red\n")
    line = text.splitlines().index("    colour: red") + 1
    with pytest.raises(files.BadFile, match=f"line {line}:"):
        _read(text, tmp_path)


def test_a_missing_file_and_one_that_is_no_text_are_told(tmp_path: Path) -> None:
    with pytest.raises(files.BadFile, match="No such file"):
        files.read(tmp_path / "nowhere.yaml")
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(files.BadFile, match="not UTF-8"):
        files.read(binary)


def test_a_character_that_yaml_does_not_allow_is_told(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.yaml"
    path.write_text("schema: \x01", encoding="utf-8")
    with pytest.raises(files.BadFile, match="characters that YAML does not allow"):
        files.read(path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('oin: "00000001234567890000"', "oin: 1", "oin: must be text"),
        ('oin: "00000001234567890000"', 'oin: "123"', "oin: must be 20 digits"),
        ("phone: 14 0123\n", "", "phone is missing"),
        ("voordeur-municipality/1", "voordeur-catalogue/1", "schema: must be"),
    ],
)
def test_a_mistake_in_the_municipality_is_told(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = (FOLDER / "municipality.yaml").read_text(encoding="utf-8")
    path = tmp_path / "municipality.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(files.BadFile, match=r"line [0-9]+: ") as refusal:
        files.read_municipality(path)
    assert message in str(refusal.value)
