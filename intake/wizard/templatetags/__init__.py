"""What templates say of when somebody is there."""
