#!/usr/bin/env python3
"""Times the matching engine and other solvers on the same pools, in one run.

  make bench-matching            (or: compare.py [--sizes 1000 5000 20000 100000] [--runs 3] [--solvers ours ours-c1])

Each size has two pools: as many ambassadors as students, and a fifth as many, so that most students are left over. The
second is for ours alone. Each run is a process of its own. Solvers take turns, so that other work on the machine slows
all of them alike. Ours runs cold, in 1 GB of heap; ours-c1 with the JDK's first compiler alone, and ours-aot also with
a cache of classes that one run over the first pool has recorded.
Keeps the raw results in bench/results/matching.json, prints the table of
docs/matching.md and draws docs/matching-growth.svg. With --solvers only these run, and what is kept of the others stays.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "local"))
from devstack import prerequisites  # noqa: E402

HERE = Path(__file__).resolve().parent
RESULTS = ROOT / "bench" / "results" / "matching.json"
CHART = ROOT / "docs" / "matching-growth.svg"
CLASSES = f"{ROOT}/bench/target/bench-1.0.0.jar:{ROOT}/bench/target/dependency/*"
FIRST_COMPILER = "-XX:TieredStopAtLevel=1"
OURS = ["ours", "ours-c1", "ours-aot"]
PEERS = {  # and up to which size each is run; all but the last two list every possible pair
    "scipy": 5_000, "ortools": 5_000, "lapx": 5_000, "fastlap": 1_000, "highspy": 1_000, "ortools-java": 5_000,
    "jgrapht": 1_000, "ortools-java-network": 100_000, "pylmcf": 20_000,
}
LONG_S = 60  # a solver that takes so long runs once
FIGURES = ["pairs", "under40", "under60", "total"]
PARTS = ["read", "build", "solve", "explain", "verify", "write"]  # of our process


def timed(command, **files):
    """Runs a process: its output, wall-clock and processor seconds, and peak memory."""
    started = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True, **files)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    return status, output, {
        "whole_s": round(time.perf_counter() - started, 3), "cpu_s": round(usage.ru_utime + usage.ru_stime, 3),
        "peak_mb": usage.ru_maxrss // 1024,
    }


def ours(java, jar, folder, *options):
    out = Path(folder)
    status, _, spent = timed([
        java, "-Xmx1g", *options, "-jar", jar, "--students", out / "students.csv",
        "--ambassadors", out / "ambassadors.csv", "--event-day", "2026-11-24", "--seed", "1",
        "--pairs", out / "pairs.csv", "--stats", out / "stats.json",
    ], stderr=subprocess.DEVNULL)
    if status:
        raise SystemExit(f"the engine failed with status {status}")
    stats = json.loads((out / "stats.json").read_text())
    return {k: stats[k] for k in FIGURES} | {f"{part}_s": stats[f"{part}_ms"] / 1000 for part in PARTS} | spent


def peer(name, java, folder):
    if "ortools-java" in name or name == "jgrapht":
        program = [java, "-cp", CLASSES, "fr.vismonjob.matching.cli.PeerMain"]
        arguments = [name, folder]
    else:
        program = [sys.executable, HERE / "peers.py"]
        arguments = [name, folder, java, CLASSES]
    with tempfile.TemporaryFile("w+") as errors:
        status, output, spent = timed([*program, *arguments], stderr=errors)
        errors.seek(0)
        if status:
            return {"failed": errors.read().strip().splitlines()[-1:]}
    return json.loads(output.splitlines()[-1]) | spent


def medians(runs):
    return {key: statistics.median(run[key] for run in runs) for key in runs[0] if key not in FIGURES}


def table(results):
    lines = ["| students | ambassadors | solver | solve, median | whole process | processor time | peak memory "
             "| pairs / under 40 / under 60 / total |", "|---|---|---|---|---|---|---|---|"]
    for (size, hosts, solver), runs in results.items():
        good = [run for run in runs if "failed" not in run]
        if not good:
            lines.append(f"| {size:,} | {hosts:,} | {solver} | failed | | | | |")
            continue
        median = medians(good)
        figures = " / ".join(f"{good[0][key]:,}" for key in FIGURES)
        lines.append(f"| {size:,} | {hosts:,} | {solver} | {median['solve_s']:.2f} s | {median['whole_s']:.2f} s "
                     f"| {median['cpu_s']:.1f} s | {median['peak_mb']:.0f} MB | {figures} |")
    return "\n".join(lines)


def table_of_parts(results):
    heads = ["students", "ambassadors", "solver", *PARTS, "whole process"]
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for (size, hosts, solver), runs in results.items():
        if solver in OURS:
            median = medians(runs)
            seconds = " | ".join(f"{median[f'{part}_s']:.2f} s" for part in PARTS)
            lines.append(f"| {size:,} | {hosts:,} | {solver} | {seconds} | {median['whole_s']:.2f} s |")
    return "\n".join(lines)


def kept(but_for):
    """The results of an earlier run, without those of some solvers."""
    runs = json.loads(RESULTS.read_text())["runs"]
    return {(r["size"], r["ambassadors"], r["solver"]): r["runs"] for r in runs if r["solver"] not in but_for}


def draw(results):
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "vis-mon-job"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4.5))
    for solver, marker in zip(["ours", *PEERS], "os^DvPX*hd", strict=True):
        points = [(size, statistics.median(run["solve_s"] for run in runs if "failed" not in run))
                  for (size, hosts, name), runs in results.items()
                  if name == solver and hosts == size and any("failed" not in run for run in runs)]
        axes.plot(*zip(*points, strict=True), marker=marker, label=solver)
    axes.set(xscale="log", yscale="log", xlabel="people on either side", ylabel="seconds to solve")
    axes.grid(True, which="both", alpha=0.3)
    axes.legend()
    figure.savefig(CHART, metadata={"Date": None}, bbox_inches="tight")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000, 20_000, 100_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--solvers", nargs="+", default=[*OURS, *PEERS])
    parser.add_argument("--java", default=prerequisites.jdk() / "bin" / "java")
    options = parser.parse_args()
    jar = ROOT / "matching" / "target" / "matching.jar"
    results = {}
    with tempfile.TemporaryDirectory() as work:
        cache = f"{work}/matching.aot"
        flags_of = dict(zip(OURS, [[], [FIRST_COMPILER], [FIRST_COMPILER, f"-XX:AOTCache={cache}"]], strict=True))
        for size, hosts in [(size, hosts) for size in options.sizes for hosts in (size, size // 5)]:
            folder = f"{work}/{size}-{hosts}"
            subprocess.run([sys.executable, HERE / "generate.py", str(size), str(hosts), "1", folder], check=True)
            runs = {}
            if not os.path.exists(cache):
                ours(options.java, jar, folder, FIRST_COMPILER, f"-XX:AOTCacheOutput={cache}")
            for name, flags in flags_of.items():
                runs[name] = lambda folder, flags=flags: ours(options.java, jar, folder, *flags)
            for name, largest in PEERS.items():
                if size <= largest and hosts == size:
                    runs[name] = lambda folder, name=name: peer(name, options.java, folder)
            for _ in range(options.runs):
                for solver in [name for name in runs if name in options.solvers]:
                    before = results.setdefault((size, hosts, solver), [])
                    if any(run.get("whole_s", 0) > LONG_S for run in before):
                        continue
                    run = runs[solver](folder)
                    before.append(run)
                    print(f"{size:>8,}  {hosts:>8,}  {solver:8}", json.dumps(run), file=sys.stderr, flush=True)
    order = [*OURS, *PEERS]
    results = dict(sorted((kept(options.solvers) | results).items(),
                          key=lambda entry: (entry[0][0], -entry[0][1], order.index(entry[0][2]))))
    RESULTS.write_text(json.dumps({
        "machine": f"{os.cpu_count()} cores, {platform.machine()}", "python": platform.python_version(),
        "load_before_last": os.getloadavg(),
        "runs": [{"size": size, "ambassadors": hosts, "solver": solver, "runs": runs}
                 for (size, hosts, solver), runs in results.items()],
    }, indent=1) + "\n")
    draw(results)
    print(table(results))
    print(table_of_parts(results))


if __name__ == "__main__":
    main()
