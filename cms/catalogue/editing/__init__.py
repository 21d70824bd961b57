"""The catalogue in Wagtail's admin: lists, forms, what is offered where."""
