"""Self-correlation of the course's 18-feature phantom after turns about z, drawn and turned by numpy alone.

Writes slide-phantom.json. Needs numpy. Voxel centres decide; the turn is bilinear in each section.
"""
import json
import pathlib

import numpy as np

BODY = [
    (30, 0, 0, 15, 15, 30, 0, 30), (15, 25.9808, 0, 15, 15, 30, 60, 30), (-15, 25.9808, 0, 15, 15, 30, 120, 30),
    (-30, 0, 0, 15, 15, 30, 0, -30), (-15, -25.9808, 0, 15, 15, 30, -120, 30), (15, -25.9808, 0, 15, 15, 30, -60, 30),
]
RING = [(x, y, 0, 10, 10, 10, 0, 0) for x, y in
        [(14, 0), (7, 12.1235), (7, -12.1235), (-7, 12.1235), (-7, -12.1235), (-14, 0)]]
OUTER = {
    "printed": [(40, -6, -15), (14.8, 37.64, 45), (-14.8, 37.64, 75), (-40, 6, -15), (-14.8, -37.64, 45), (14.8, -37.64, -75)],
    "corrected": [(40, -6, -15), (25.196, 31.641, 45), (-14.8, 37.64, -75), (-40, 6, -15), (-25.196, -31.641, 45), (14.8, -37.64, -75)],
}


def draw(features, n, add):
    scale = n / 128
    grid = (np.arange(n) - n // 2) / scale
    z, y, x = np.meshgrid(grid, grid, grid, indexing="ij")
    out = np.zeros((n, n, n))
    for cx, cy, cz, a, b, c, rot, tilt in features:
        r, t = np.radians([rot, tilt])
        dx, dy, dz = x - cx, y - cy, z - cz
        u, v = np.cos(r) * dx + np.sin(r) * dy, -np.sin(r) * dx + np.cos(r) * dy
        u, w = np.cos(t) * u - np.sin(t) * dz, np.sin(t) * u + np.cos(t) * dz
        inside = (u / a) ** 2 + (v / b) ** 2 + (w / c) ** 2 <= 1
        out = out + inside if add else np.where(inside, 1, out)
    return out


def turned(v, angle):
    n = v.shape[0]
    t = np.radians(angle)
    g = np.arange(n) - n // 2
    y, x = np.meshgrid(g, g, indexing="ij")
    u, w = np.cos(t) * x + np.sin(t) * y + n // 2, -np.sin(t) * x + np.cos(t) * y + n // 2
    i, j = np.floor(w + 1e-9).astype(int), np.floor(u + 1e-9).astype(int)
    fy, fx = w - i, u - j
    at = lambda row, column: v[:, row.clip(0, n - 1), column.clip(0, n - 1)]
    mixed = (1 - fy) * ((1 - fx) * at(i, j) + fx * at(i, j + 1)) + fy * ((1 - fx) * at(i + 1, j) + fx * at(i + 1, j + 1))
    return mixed * ((i >= 0) & (j >= 0) & (i < n) & (j < n))


cases = []
for text, outer in OUTER.items():
    features = BODY + RING + [(x, y, -8, 20, 8, 6, rot, 0) for x, y, rot in outer]
    for n, add in [(128, False), (64, True)]:
        v = draw(features, n, add)
        row = {"as": text, "boxSizePx": n, "combination": "add" if add else "set", "sum": float(v.sum())}
        for angle in (60, 180):
            row[f"cc{angle}"] = round(float(np.corrcoef(v.ravel(), turned(v, angle).ravel())[0, 1]), 6)
        cases.append(row)
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(cases, indent=1) + "\n")
