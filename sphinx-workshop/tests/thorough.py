"""Whether the tests take the time to try everything: `make fuzz crash-tests test-a11y`, once a week."""

from __future__ import annotations

import os

THOROUGH = bool(os.environ.get("THOROUGH"))
