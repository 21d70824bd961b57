"""Who somebody is and how sure we are: users, log-in, assurance levels.

May import ui, settings, cms and intake.
Front door: `assurance`, `identity`, `staff`, `urls`; `doorkeeper` stands at the wizard's door.
"""
