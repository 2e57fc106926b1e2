"""What may change from the base: done, frozen, pinned, and make-up."""
from datetime import timedelta
from typing import Any, Dict, Optional

from allowed import Allowed
from tables import iso
from workspace import Workspace


class Changes(Allowed):
    """The rules `fixed` and `make-up`."""

    def __init__(self, workspace: Workspace, plan: Dict[str, Any], now: Optional[str]) -> None:
        super().__init__(workspace, plan, now)
        self.frozen = {name for name in self.base if self.is_frozen(name)}

    def is_frozen(self, name: str) -> bool:
        """Published, to start before now + freeze, and still allowed."""
        if not self.is_before_end or self.cancelled(name) or name not in self.activities:
            return False
        return (self.instant(self.base[name]) < self.now + timedelta(minutes=self.workspace.freeze)
                and not self.faults(self.activities[name], self.base[name], asks_now=False))

    def check_changes(self) -> None:
        """Done, frozen, the freeze, and make-up."""
        for name, reasons in self.fixed.items():
            if "frozen" in reasons and name not in self.frozen:
                self.violation("fixed", [name], "is listed as frozen and is not")
        for name, base in self.base.items():
            if name not in self.activities or self.cancelled(name):
                continue
            where, reasons = self.placed.get(name), self.reasons(name)
            is_frozen = name in self.frozen and "pinned" not in reasons
            if is_frozen and not reasons:
                self.violation("listing", [name], "is frozen and not listed in fixed")
            if ("done" in reasons or is_frozen) and where != base:
                if not self.overrides(name, "fixed"):
                    self.violation("fixed", [name], "is done or frozen and was changed")
            if where is None or self.is_done(name):
                continue
            if (self.is_before_end and name not in self.frozen and not self.overrides(name, "fixed")
                    and self.instant(where)
                    < self.now + timedelta(minutes=self.workspace.freeze)):
                self.violation("fixed", [name], "was published and starts before now + freeze")
            if any(self.closes(block, self.activities[name], base) for block in self.blocks):
                late = self.workspace.working_days(range(base.day + 1, where.day + 1))
                if late > self.workspace.make_up_within and not self.overrides(name, "make-up"):
                    self.violation(
                        "make-up", [name], f"is {late} working days after {iso(base.day)}")
