"""The organisations of Zeventerpen's starter catalogue, as they call themselves."""

ORGANISATIONS = {
    "sociaal-team": "Stichting Sociaal Team Zeventerpen",
    "centrumgemeente": "Centrumgemeente Hoogterp, beschermd wonen",
    "isd": "Intergemeentelijke Sociale Dienst Terpenland",
    "leergeld": "Stichting Leergeld Terpenland",
    "kredietbank": "Kredietbank Terpenland",
    "gemeente-onderwijs": "Gemeente Zeventerpen, team Onderwijs",
    "gemeente-vergunningen": "Gemeente Zeventerpen, team Vergunningen",
    "steunpunt-mantelzorg": "Steunpunt Mantelzorg Zeventerpen",
    "gemeente-inburgering": "Gemeente Zeventerpen, team Inburgering",
}
