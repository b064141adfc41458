"""The same matching by other solvers, on the list of all possible pairs.

    python peers.py SOLVER FOLDER [JAVA CLASSES]      (FOLDER as generate.py writes it)

Prints one line of JSON: the figures reached, and the seconds to list the pairs and to solve. These solvers take one
number for each pair, so the levels of the objective become weights: 2,000 for a pair under 60, 2,000,000 more for one
under 40, and for each pair so much that more pairs always win. The figures show whether that reached the optimum.
"""

import csv
import datetime
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

EVENT_DAY = datetime.date(2026, 11, 24)
EARTH_KM = 6371.0088
BANDS_KM = [5, 15, 30, 60, 120]
BAND_POINTS = np.array([30, 25, 20, 12, 6, 2])
PAIR, UNDER_40, UNDER_60 = 4_000_000_000, 2_000_000, 2_000


def read(file):
    with open(file, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def split(text):
    return text.split("|") if text else []


def day_points(day):
    away = abs((day - EVENT_DAY).days)
    return 10 if away == 0 else 5 if away <= 7 else 2


def possible_pairs(students, ambassadors):
    """Rows, columns and scores of all possible pairs, and the seats of each column."""
    jobs = np.array([a["job"] for a in ambassadors])
    administrations = np.array([a["administration"] for a in ambassadors])
    lat = np.radians([float(a["lat"]) for a in ambassadors])
    lon = np.radians([float(a["lon"]) for a in ambassadors])
    days = sorted({d for a in ambassadors for d in split(a["dates"])})
    can = {day: np.array([day in split(a["dates"]) for a in ambassadors]) for day in days}
    rows, columns, scores = [], [], []
    for row, student in enumerate(students):
        job = np.full(len(jobs), 10 if student["any_job"] == "true" else -1)
        for wish, points in reversed(list(zip(split(student["jobs"]), [40, 30, 20], strict=False))):
            job[jobs == wish] = points
        day = np.zeros(len(jobs), dtype=int)
        for date in split(student["dates"]):
            if date in can:
                day = np.where(can[date], np.maximum(day, day_points(datetime.date.fromisoformat(date))), day)
        here = np.radians(float(student["lat"])), np.radians(float(student["lon"]))
        half = np.sin((lat - here[0]) / 2) ** 2 + np.cos(lat) * np.cos(here[0]) * np.sin((lon - here[1]) / 2) ** 2
        km = 2 * EARTH_KM * np.arcsin(np.sqrt(half))
        wishes = split(student["administrations"])
        administration = np.full(len(jobs), 0 if wishes else 20)
        for wish, points in zip(wishes, [20, 14, 8], strict=False):
            administration[administrations == wish] = points
        found = np.flatnonzero((job > 0) & (day > 0) & (km <= float(student["radius_km"])))
        rows.append(np.full(len(found), row))
        columns.append(found)
        band = BAND_POINTS[np.searchsorted(BANDS_KM, km[found])]
        scores.append(job[found] + day[found] + administration[found] + band)
    return np.concatenate(rows), np.concatenate(columns), np.concatenate(scores)


def gain(scores):
    return PAIR - UNDER_60 * (scores < 60) - UNDER_40 * (scores < 40) + scores


def seats_of(rows, columns, scores, capacities):
    """Repeats each column for each of its seats, for solvers that know no capacities."""
    first = np.concatenate([[0], np.cumsum(capacities)])
    parts = [(rows, first[columns], scores)]
    for extra in range(1, capacities.max()):
        has = capacities[columns] > extra
        parts.append((rows[has], first[columns[has]] + extra, scores[has]))
    return [np.concatenate(part) for part in zip(*parts, strict=True)] + [int(first[-1])]


def by_scipy(rows, columns, scores, students, capacities):
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    rows, columns, scores, seats = seats_of(rows, columns, scores, capacities)
    alone = np.arange(students)  # everybody may stay alone, on a column of their own
    costs = np.concatenate([2 * PAIR - gain(scores), np.full(students, 2 * PAIR)]).astype(float)
    graph = coo_array(
        (costs, (np.concatenate([rows, alone]), np.concatenate([columns, seats + alone]))), (students, seats + students)
    )
    started = time.perf_counter()
    matched_rows, matched_columns = min_weight_full_bipartite_matching(graph.tocsr())
    seconds = time.perf_counter() - started
    paired = matched_columns < seats
    known = {(r, c): s for r, c, s in zip(rows.tolist(), columns.tolist(), scores.tolist(), strict=True)}
    pairs = zip(matched_rows[paired].tolist(), matched_columns[paired].tolist(), strict=True)
    return np.array([known[pair] for pair in pairs]), seconds


def by_lapx(rows, columns, scores, students, capacities):
    import lap

    rows, columns, scores, seats = seats_of(rows, columns, scores, capacities)
    costs = np.zeros((students, seats))
    costs[rows, columns] = -gain(scores)
    known = np.zeros((students, seats), dtype=np.int16)
    known[rows, columns] = scores
    started = time.perf_counter()
    _, column_of, _ = lap.lapjv(costs, extend_cost=True)
    seconds = time.perf_counter() - started
    reached = known[np.arange(students), column_of]
    return reached[reached > 0], seconds


def by_ortools(rows, columns, scores, students, capacities):
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    started = time.perf_counter()
    flow = SimpleMinCostFlow()
    sink = students + len(capacities)
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        rows, students + columns, np.ones(len(rows), dtype=np.int64), -gain(scores).astype(np.int64)
    )
    hosts = np.arange(len(capacities))
    nothing = np.zeros(max(students, len(capacities)), dtype=np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(
        students + hosts, np.full(len(hosts), sink), capacities, nothing[: len(hosts)]
    )
    everybody = np.arange(students)
    flow.add_arcs_with_capacity_and_unit_cost(
        everybody, np.full(students, sink), np.ones(students, dtype=np.int64), nothing[:students]
    )
    flow.set_nodes_supplies(everybody, np.ones(students, dtype=np.int64))
    flow.set_nodes_supplies(np.array([sink]), np.array([-students]))
    status = flow.solve()
    seconds = time.perf_counter() - started
    if status != flow.OPTIMAL:
        raise SystemExit(f"OR-Tools: status {status}")
    return scores[flow.flows(arcs) > 0], seconds


def by_fastlap(rows, columns, scores, students, capacities):
    import fastlap
    from scipy.sparse import csr_matrix

    rows, columns, scores, seats = seats_of(rows, columns, scores, capacities)
    alone = np.arange(students)  # everybody may stay alone, on a column of their own
    costs = np.concatenate([2 * PAIR - gain(scores), np.full(students, 2 * PAIR)]).astype(float)
    ends = (np.concatenate([rows, alone]), np.concatenate([columns, seats + alone]))
    known = {(r, c): s for r, c, s in zip(rows.tolist(), columns.tolist(), scores.tolist(), strict=True)}
    graph = csr_matrix((costs, ends), (students, seats + students))
    started = time.perf_counter()
    _, column_of, _ = fastlap.solve_lap(graph, "lapmod")
    seconds = time.perf_counter() - started
    return np.array([known[pair] for pair in enumerate(column_of[:students]) if pair in known]), seconds


def by_highspy(rows, columns, scores, students, capacities):
    """As a linear programme, the corners of which are matchings."""
    import highspy

    pairs, hosts = len(rows), len(capacities)
    started = time.perf_counter()
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = pairs, students + hosts
    programme.sense_ = highspy.ObjSense.kMaximize
    # Costs of more digits would drown in its tolerances.
    programme.col_cost_ = (4_000_000 - 200_000 * (scores < 40) - 2_000 * (scores < 60) + scores).astype(float)
    programme.col_lower_, programme.col_upper_ = np.zeros(pairs), np.ones(pairs)
    programme.row_lower_ = np.full(students + hosts, -highspy.kHighsInf)
    programme.row_upper_ = np.concatenate([np.ones(students), capacities]).astype(float)
    programme.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    programme.a_matrix_.start_ = np.arange(0, 2 * pairs + 1, 2)
    programme.a_matrix_.index_ = np.column_stack([rows, students + columns]).ravel()
    programme.a_matrix_.value_ = np.ones(2 * pairs)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(programme)
    solver.run()
    seconds = time.perf_counter() - started
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise SystemExit(f"HiGHS: {solver.getModelStatus()}")
    return scores[np.array(solver.getSolution().col_value) > 0.5], seconds


def by_pylmcf(file):
    """LEMON's network simplex on our network, which NetworkMain has written."""
    import pylmcf

    numbers = np.fromfile(file, dtype="<i4").astype(np.int64)
    students, sink = int(numbers[0]), int(numbers[1])
    start, end, capacity, scores = numbers[2:].reshape(4, -1)
    order = np.lexsort((end, start))
    start, end, capacity, scores = start[order], end[order], capacity[order], scores[order]
    supply = np.zeros(sink + 1, dtype=np.int64)
    supply[:students], supply[sink] = 1, -students
    started = time.perf_counter()
    graph = pylmcf.Graph(sink + 1, edge_starts=start, edge_ends=end)
    graph.set_node_supply(supply)
    graph.set_edge_costs(np.where(start < students, gain(100) - (scores > 0) * gain(scores), 0))  # none is negative
    graph.set_edge_capacities(capacity)
    graph.solve()
    seconds = time.perf_counter() - started
    return scores[(graph.result() > 0) & (scores > 0)], seconds


ON_PAIRS = {"scipy": by_scipy, "ortools": by_ortools, "lapx": by_lapx, "fastlap": by_fastlap, "highspy": by_highspy}


def main(solver, folder, java="", classes=""):
    started = time.perf_counter()
    if solver == "pylmcf":
        with tempfile.NamedTemporaryFile() as file:
            program = [java, "-cp", classes, "fr.vismonjob.matching.cli.NetworkMain"]
            subprocess.run([*program, folder, file.name], check=True)
            listed = time.perf_counter() - started
            reached, seconds = by_pylmcf(file.name)
    else:
        students = read(Path(folder) / "students.csv")
        ambassadors = read(Path(folder) / "ambassadors.csv")
        started = time.perf_counter()
        rows, columns, scores = possible_pairs(students, ambassadors)
        capacities = np.array([int(a["capacity"]) for a in ambassadors])
        listed = time.perf_counter() - started
        reached, seconds = ON_PAIRS[solver](rows, columns, scores, len(students), capacities)
    print(json.dumps({
        "pairs": len(reached), "under40": int((reached < 40).sum()), "under60": int((reached < 60).sum()),
        "total": int(reached.sum()), "list_s": round(listed, 3), "solve_s": round(seconds, 3),
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
