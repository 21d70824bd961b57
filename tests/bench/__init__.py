"""Benchmarks: `python -m tests.bench`, or `make bench`.

Every figure stands beside a yardstick measured in the same run on the same machine,
so that the ratio says something where the seconds do not. Nothing here fails on time.
"""
