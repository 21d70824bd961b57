"""Liveness, readiness, security.txt."""
