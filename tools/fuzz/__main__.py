"""The command line of the campaign."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.fuzz.campaign import Campaign, Finding
from tools.fuzz.seeds import seeds
from tools.fuzz.trial import read_and_save


def main() -> int:
    """Run a campaign; 1 where something went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description="Damaged files through read and save.")
    parser.add_argument("--count", type=int, default=500, help="how many files (500)")
    parser.add_argument("--seed", type=int, default=1, help="which files (1)")
    parser.add_argument("--workers", type=int, default=1, help="processes beside each other (1)")
    parser.add_argument("--keep", type=Path, default=Path("local/fuzz"), help="where bad files are kept (local/fuzz)")
    asked = parser.parse_args()
    campaign = Campaign(seeds(), read_and_save, asked.count, asked.seed, asked.keep, workers=asked.workers)
    ends = campaign.run(_say)
    print(", ".join(f"{count} {kind}" for kind, count in ends.most_common()))
    return int(any(kind in ends for kind in ("foreign", "hang", "memory", "died")))


def _say(finding: Finding) -> None:
    last = finding.outcome.details.strip().splitlines()[-1:] or [""]
    print(f"{finding.path}: {finding.outcome.kind} after {finding.outcome.seconds:.1f} s {last[0]}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
