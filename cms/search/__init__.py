"""Search over pages, answers and the topics of the intake, in the memory of the process.

May import `cms.models`, `cms.topics` and intake's public functions; no model imports it.
`words`, `stemming`, `compounds`, `spelling`, `phrases`, `scoring`, `index` are pure: values
in, values out, so that both databases give the same order. Front door: `live.search_index` and
`views`; `cms.stamp` tells when content changed.
"""
