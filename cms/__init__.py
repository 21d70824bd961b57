"""What editors write, in Wagtail: pages, blocks, the municipality's own data.

May import intake's public functions, to publish into its catalogue.
Front door: `models`, `blocks`, `context.site`, `publishing`.
"""
