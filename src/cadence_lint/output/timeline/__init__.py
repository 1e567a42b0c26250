"""The outputs of `cadence-lint timeline`: each draws the same timelines."""
