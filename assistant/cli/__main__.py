"""`python -m assistant.cli`, where the program itself is not on the path."""

import sys

from assistant.cli import main

sys.exit(main())
