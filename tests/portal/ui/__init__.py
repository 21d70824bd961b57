"""The components: labels, errors, hooks, and what axe-core says of them."""
