"""How a whole catalogue becomes items: what is to change, and writing that."""
