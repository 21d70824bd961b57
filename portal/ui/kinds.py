"""What the components call their variants, and how each variant looks."""

from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Alert(NamedTuple):
    """The colour, the icon and the spoken word of a message."""

    look: str
    icon: str
    word: str | Promise


BUTTONS: Final = {
    "primary": "utrecht-button--primary-action",
    "secondary": "utrecht-button--secondary-action",
    "subtle": "utrecht-button--subtle",
    "danger": "utrecht-button--primary-action utrecht-button--danger",
}
ALERTS: Final = {
    "info": Alert("info", "info", _("Good to know:")),
    "warning": Alert("warning", "warning", _("Please note:")),
    "error": Alert("error", "warning", _("Error:")),
    "success": Alert("ok", "check", _("Done:")),
}
BADGES: Final = frozenset({"neutral", "todo", "doing", "done", "warning", "error"})
TASK_STATES: Final = {"todo": _("To do"), "doing": _("In progress"), "done": _("Completed")}
# A drawing per topic, so that a page can be told apart before it is read.
TOPIC_ICONS: Final = {
    "huishoudelijke-hulp": "broom",
    "woningaanpassing": "stairs",
    "vervoer-en-hulpmiddelen": "wheelchair",
    "begeleiding-en-dagbesteding": "two-people",
    "beschermd-wonen": "safe-house",
    "gehandicaptenparkeerkaart": "parking",
    "mantelzorgwaardering": "heart-hand",
    "bijstandsuitkering": "wallet",
    "bijzondere-bijstand": "coins",
    "individuele-inkomenstoeslag": "coin-plus",
    "schuldhulp": "letters",
    "minimaregelingen": "pass",
    "jeugdhulp": "child",
    "leerlingenvervoer": "bus",
    "inburgering": "speech",
}
OTHER_ICON: Final = "door"
