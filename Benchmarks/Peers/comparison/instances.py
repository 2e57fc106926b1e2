"""The instances that are compared on."""
import subprocess
from dataclasses import dataclass
from pathlib import Path

VARIANTS = {"loose": ["--loose"], "normal": ["--tight", "1.0"], "tight": ["--tight", "1.5"]}


@dataclass(frozen=True, order=True)
class Instance:
    """One workspace that the maker writes."""
    areas: int
    variant: str
    seed: int

    @property
    def name(self) -> str:
        """Its folder's name."""
        return f"a{self.areas}-{self.variant}-s{self.seed}"

    def made(self, maker: Path, folder: Path) -> Path:
        """Its workspace in the folder, written unless it is there."""
        workspace = folder / self.name
        if not (workspace / "plan.yaml").exists():
            subprocess.run([maker, workspace, "--areas", str(self.areas), "--seed", str(self.seed),
                            *VARIANTS[self.variant]], check=True, stdout=subprocess.DEVNULL)
        return workspace
