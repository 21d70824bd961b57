"""Mijn omgeving: a resident's drafts, cases and receipts.

May import accounts, ui and intake.
Front door: `urls`.
"""
