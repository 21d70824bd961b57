"""The DigiD simulator as a process."""
