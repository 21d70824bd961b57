"""Pages as a resident gets them."""
