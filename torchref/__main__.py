"""``python -m torchref`` is ``torchref``."""

import sys

from torchref.faces.terminal import main

sys.exit(main())
