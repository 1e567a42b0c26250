"""What to change and why, for the person who wrote the sequence."""

from cadence_lint.output.concise import render as render
