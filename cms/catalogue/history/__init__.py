"""Who changed which question, when and why; and two published versions side by side."""
