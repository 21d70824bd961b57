"""Django forms in the house style."""
