"""The door for people: choosing topics, questions, check, confirmation.

May import actions and every earlier room.
Front door: `urls`.
"""
