"""The door for chain partners' machines: signed requests, problem+json.

May import actions and every earlier room.
Front door: `urls`.
"""
