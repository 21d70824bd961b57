"""The questionnaire engine, mostly by property."""
