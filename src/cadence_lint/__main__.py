"""`python -m cadence_lint`, the same as `cadence-lint`."""

import os
import sys

# Python looks for modules in the folder where it was started; nothing of what is linted may run.
if sys.path and sys.path[0] in ("", os.getcwd()):
    del sys.path[0]

from cadence_lint.cli import main

if __name__ == "__main__":
    sys.exit(main())
