"""What solvers find."""
import time
from dataclasses import dataclass
from typing import Callable, Optional

import numpy as np

Trace = Callable[[float, float], None]
"""Called with the value and the bound of each better solution of a level."""


@dataclass
class Found:
    """A level's outcome; `value` and `columns` are None without a solution."""
    value: Optional[int]
    bound: float
    proven: bool
    columns: Optional[np.ndarray]


class Clock:
    """Counts seconds down from when it was made."""

    def __init__(self, seconds: float) -> None:
        self.limit, self._began = seconds, time.monotonic()

    @property
    def spent(self) -> float:
        """Seconds since it was made."""
        return time.monotonic() - self._began

    @property
    def left(self) -> float:
        """Seconds until the limit, never below 0."""
        return max(0.0, self.limit - self.spent)
