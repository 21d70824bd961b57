"""Tests of intake.partner_api."""
