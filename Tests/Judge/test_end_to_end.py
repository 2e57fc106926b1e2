"""What end_to_end.py says of programs that are wrong."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any, Dict

SCRIPT = Path(__file__).with_name("end_to_end.py")
EMPTY = '{"id": "drawn", "activities": [], "score": {}}'


class EndToEnd(unittest.TestCase):
    """Nothing that a program gets wrong or leaves undone is passed over."""

    def told(self, program: str) -> Dict[str, Any]:
        """What is said of a program in the shell's words; its exit status must be 1."""
        with tempfile.TemporaryDirectory() as folder:
            muster = Path(folder) / "muster"
            muster.write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
            muster.chmod(0o755)
            done = subprocess.run([sys.executable, SCRIPT, muster, "--seeds", "3-4"],
                                  capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        return json.loads(done.stdout)

    def test_a_bug_fails_every_seed(self) -> None:
        found = self.told("echo broken >&2; exit 70")
        self.assertEqual(list(found["failures"]), ["3", "4"])
        self.assertIn("status 70: broken", found["failures"]["3"])

    def test_a_workspace_that_is_not_read_fails(self) -> None:
        self.assertIn("status 65", self.told("exit 65")["failures"]["3"])

    def test_a_plan_that_the_judge_refuses_fails(self) -> None:
        self.assertIn("the plan lacks", self.told(f"echo '{EMPTY}'")["failures"]["4"])

    def test_a_status_that_does_not_fit_the_plan_fails(self) -> None:
        self.assertIn("where unplaced is False",
                      self.told(f"echo '{EMPTY}'; exit 1")["failures"]["3"])

    def test_decisions_that_were_never_made_fail(self) -> None:
        self.assertEqual(len(self.told("exit 70")["never made"]), 6)


if __name__ == "__main__":
    unittest.main()
