"""Whether tests take the time to try everything, once a week: `make fuzz crash-tests test-a11y`."""

from __future__ import annotations

import os

THOROUGH = bool(os.environ.get("THOROUGH"))
