"""The journey of a resident's question: from choosing topics to a partner's answer.

Owns the questionnaire engine, drafts, submissions, cases, partners and the
outbox. Knows neither Wagtail nor allauth: `cms` publishes into it, `portal`
shows it. One Django app per room; only `intake.actions` composes rooms.
"""
