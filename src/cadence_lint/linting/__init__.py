"""From paths to findings: a run, the work on each file, and the engine of rules."""
