"""What the robot types: likely values for a control, the first ones first."""

from datetime import date, timedelta

from bs4 import Tag

WORDS = "Ik kan sinds mijn val de trap niet meer op."
BY_LABEL = {
    "iban": "NL91 ABNA 0417 1643 00",
    "postcode": "1234 ab",
    "huisnummer": "12",
    "burgerservicenummer": "999993653",
    "bsn": "999993653",
    "jaar": "2015",
}


def candidates(name: str, control: Tag, label: str, *, today: date) -> list[str]:
    """Values to try in this order."""
    if control.name == "textarea":
        return [WORDS]
    if name.endswith((".dag", ".maand", ".jaar")):
        return _date_part(name, today)
    match control.get("type"):
        case "tel":
            return ["06 1234 5678"]
        case "email":
            return ["bewoner@post.example"]
    fitting = [value for word, value in BY_LABEL.items() if word in label.lower()]
    if control.get("inputmode") in {"numeric", "decimal"}:
        return [*fitting, "2", "12", "120", "2015", "999993653"]
    return [*fitting, "Terpweg 12", *BY_LABEL.values(), "12"]


def _date_part(name: str, today: date) -> list[str]:
    days = (date(1980, 3, 12), today, today + timedelta(days=30))
    part = {"dag": "day", "maand": "month", "jaar": "year"}[name.rpartition(".")[2]]
    return [str(getattr(day, part)) for day in days]
