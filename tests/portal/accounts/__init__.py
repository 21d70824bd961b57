"""Log-in, step-up, second factors and sessions."""
