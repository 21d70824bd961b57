"""Settings: one readable base; `embedded`, `production` and `test` change what differs.

Environment variables are read through `env` only, and listed in the README.
"""
