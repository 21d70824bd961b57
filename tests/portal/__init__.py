"""What a signed-in person sees, and the project around it."""
