"""Pages, blocks, the municipality's data, and what editors may do."""
