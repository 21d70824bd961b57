"""A resident's draft and what was submitted, sealed at rest.

May import prefill, catalogue and earlier rooms.
Front door: `queries`, `drafts`, `contents`, `assurance`.
"""
