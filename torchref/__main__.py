"""``python -m torchref`` is ``torchref``."""

import sys

from torchref.cli import main

sys.exit(main())
