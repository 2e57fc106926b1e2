"""What may change from the base: done, frozen, pinned, and make-up."""
from typing import Any, Dict, Optional, Set

from activities import Placement
from allowed import Allowed
from case import FIELDS, Fixing
from tables import iso
from workspace import Workspace

REASONS = ("done", "frozen", "pinned")


class Changes(Allowed):
    """The rules `fixed` and `make-up`."""

    def __init__(self, workspace: Workspace, plan: Dict[str, Any], now: Optional[str]) -> None:
        super().__init__(workspace, plan, now)
        self.frozen = {name for name in self.base if self.is_frozen(name)}

    def is_frozen(self, name: str) -> bool:
        """Published, to start before now + freeze, and still allowed."""
        if not self.is_before_end or self.cancelled(name) or name not in self.activities:
            return False
        return (self.start(self.base[name]) < self.thawed
                and not self.faults(self.activities[name], self.base[name], asks_now=False))

    @property
    def thawed(self) -> int:
        """The first instant that the freeze does not reach."""
        return self.now + self.workspace.freeze

    def check_changes(self) -> None:
        """Done, frozen, pinned, the freeze, and make-up."""
        for name, fixings in self.fixed.items():
            if name in self.activities:
                for fixing in fixings:
                    self.check_fixing(name, fixing)
        for name in sorted(self.based):
            if not self.cancelled(name):
                self.check_published(name)
        for name in self.activities:
            self.check_make_up(name)

    def check_fixing(self, name: str, fixing: Fixing) -> None:
        """An entry of `fixed`: true, and kept."""
        if fixing.why not in REASONS or not fixing.fields <= FIELDS:
            self.violation("listing", [name], f"is fixed as {fixing.why} {sorted(fixing.fields)}")
        if fixing.why == "frozen" and name not in self.frozen and not self.overrides(
                name, "placement"):
            self.violation("fixed", [name], "is listed as frozen and is not")
        where = self.placed.get(name)
        is_based = name in self.base and not self.overrides(name, "fixed")
        if self.cancelled(name) or (fixing.why != "pinned" and is_based):
            return  # what holds it then is its base
        if where is None:
            if fixing.why == "done":
                self.violation("fixed", [name], "is done and was left out")
        elif fixing.where is not None:
            for field in sorted(self.changed(fixing, where)):
                self.violation("fixed", [name], f"its {field} is fixed and was changed")

    @staticmethod
    def changed(fixing: Fixing, where: Placement) -> Set[str]:
        """The fields that it holds and the placement does not keep."""
        return {field for field in fixing.fields & FIELDS
                if getattr(where, ATTRIBUTES[field]) != getattr(fixing.where, ATTRIBUTES[field])}

    def check_published(self, name: str) -> None:
        """What was published once: done and frozen stay, nothing else moves into the freeze."""
        base, where, reasons = self.base.get(name), self.placed.get(name), self.reasons(name)
        is_frozen = name in self.frozen and name not in self.alternatives
        if is_frozen and not reasons and not self.overrides(name, "placement"):
            self.violation("listing", [name], "is frozen and not listed in fixed")
        is_done = "done" in reasons and base is not None
        if (is_done or name in self.frozen) and where != base:
            if not self.overrides(name, "fixed") and not self.is_at_alternative(name):
                self.violation("fixed", [name], "is done or frozen and was changed")
        if where is None or where == base or self.is_done(name) or name in self.frozen:
            return
        if (self.is_before_end and self.start(where) < self.thawed
                and not self.overrides(name, "fixed") and not self.is_at_alternative(name)):
            self.violation("fixed", [name], "was published and starts before now + freeze")

    def check_make_up(self, name: str) -> None:
        """What a block displaced is listed so, and held in time."""
        is_free = not (self.reasons(name) or self.cancelled(name) or self.is_done(name)
                       or self.overrides(name, "placement"))
        if self.displaced is not None and name not in self.displaced:
            if is_free and self.is_hit(name):
                self.violation("listing", [name], "is displaced and not listed so")
        where = self.placed.get(name)
        if where is None or self.is_done(name) or self.is_made_up(name, where):
            return
        if not self.overrides(name, "make-up"):
            self.violation("make-up", [name],
                           f"is too many working days after {iso(self.deadline_from(name))}")

    def is_hit(self, name: str) -> bool:
        """Whether a block forbids where it is published."""
        base = self.base.get(name)
        return base is not None and any(
            self.closes(block, self.activities[name], base) for block in self.blocks)

    def deadline_from(self, name: str) -> Optional[int]:
        """The day that its make-up deadline runs from; a plan that tells none has its blocks."""
        if self.displaced is not None:
            return self.displaced.get(name)
        return self.base[name].day if self.is_hit(name) else None

    def is_made_up(self, name: str, where: Placement) -> bool:
        """Whether the placement keeps its make-up deadline, if it has one."""
        day = self.deadline_from(name)
        return day is None or self.workspace.working_days(
            range(day + 1, where.day + 1)) <= self.workspace.make_up_within


ATTRIBUTES = {"day": "day", "start": "minute", "venue": "venue", "teams": "teams"}
