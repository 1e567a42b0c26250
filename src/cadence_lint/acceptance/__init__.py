"""Findings that a team lives with, for now: suppressions, a baseline, and what a change touched."""
