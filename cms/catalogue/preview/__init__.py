"""Preview as a resident: what an item would do, before anybody publishes it.

Nothing is stored. Test answers live in the form that the browser shows, so every request
brings all of them along; the engine works on them in memory, and the wizard's own
components show the result.
"""
