"""A linter for outreach cadences."""
