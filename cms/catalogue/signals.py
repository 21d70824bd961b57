"""What happens to an item of the catalogue; receivers may refuse by raising."""

from typing import Final

from django.dispatch import Signal

about_to_publish: Final = Signal()
"""With `item`, as it will be, its `revision`, and the `user` who makes it live, or None."""

about_to_leave: Final = Signal()
"""With `item`: live, and about to be unpublished or deleted."""

changed: Final = Signal()
"""What is live changed; with `note`: who reads the release's history reads this."""
