"""What a reviewer sees of a change: what was and what becomes, who asks it and why."""
