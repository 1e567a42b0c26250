"""`python -m cadence_lint`, the same as `cadence-lint`."""

import sys

from cadence_lint.cli import main

if __name__ == "__main__":
    sys.exit(main())
