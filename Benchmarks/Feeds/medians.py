"""Tells the median of each figure on stdin, NAME, a tab and a number, in the order in which they came."""

import statistics
import sys

figures = {}
for line in sys.stdin:
    print(line, end="", file=sys.stderr, flush=True)
    name, number = line.split("\t")
    figures.setdefault(name, []).append(float(number))
medians = {name: statistics.median(values) for name, values in figures.items()}
for name, median in medians.items():
    print(f"{name}\t{median:.10g}\tof {len(figures[name])}")
ours = medians["muster: write feeds"]
print(f"write feeds, to libical\t{ours / medians['libical: write feeds']:.2f}")
print(f"write feeds, of icalendar\t1/{medians['icalendar: write feeds'] / ours:.1f}")
for count in (25000, 50000, 100000):
    ratio = medians[f"muster: read {count} events"] / medians[f"libical: read {count} events"]
    print(f"read {count} events, to libical\t{ratio:.2f}")
