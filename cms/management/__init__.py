"""Commands of the operator for the pages of the site."""
