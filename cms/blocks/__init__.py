"""What editors build pages from; the markup is accessible whatever they type.

A block never chooses its heading's level: the page says at which level it stands
(`{% include_block block with level=3 %}`), and a block with a heading puts its items
one level deeper. There is no choice of colour, size or alignment.
"""
