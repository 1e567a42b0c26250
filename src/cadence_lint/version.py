"""The version of cadence-lint, read by the build as well as by the program."""

VERSION = "0.1.0"
