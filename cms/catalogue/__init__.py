"""The catalogue as a functional manager edits it: questions, topics, recipients and terms.

What is live here is what `intake.catalogue` publishes: every road to publish runs
through the same gate, and makes one immutable release.
"""
