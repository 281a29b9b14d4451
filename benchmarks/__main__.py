"""Every benchmark in turn: ``python -m benchmarks [NAME ...]``. Each prints ratios and fails over its limit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(wanted: list[str]) -> int:
    """Run the named benchmarks, or all; answers how many went over their limit."""
    names = wanted or sorted(file.stem for file in HERE.glob("*.py") if not file.stem.startswith("_"))
    over = []
    for name in names:
        print(f"\n== {name}", flush=True)
        # A process of its own: what one benchmark imported or allocated must not flatter the next.
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=HERE.parent, check=False).returncode:
            over.append(name)
    print(f"\n{len(names)} benchmarks; over their limit: {', '.join(over) or 'none'}")
    return len(over)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
