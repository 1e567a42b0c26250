"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

if "CI" not in os.environ:  # where Hypothesis sees to it by itself
    settings.register_profile(
        "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("any machine")
