"""The questionnaire engine: pure, standard library only, values in and values out.

Owns composing topics into one questionnaire, conditions, the path through it,
validation, the summary and what each recipient may receive. Imports nothing of
the project and nothing outside the standard library; computing never mutates.
Front door: `compose` and `routing.follow`; from that route `navigation`, `summary`
and `projection`; `validation` for forms; `codec` and `diff` for versions. What whoever
keeps the catalogue needs beside it stands in `authoring`.
"""
