"""Eigenvalues and singular values by numpy, for test/lib/math/linear.

Elements are whole numbers, or fractions that both sides make by one division. Writes matrices.json beside this file.
"""

import json
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent


def symmetric(name, matrix):
    values = np.linalg.eigvalsh(matrix)[::-1]
    return {"name": name, "size": len(matrix), "matrix": matrix.ravel().tolist(), "values": values.tolist()}


def general(name, matrix):
    rows, columns = matrix.shape
    values = np.linalg.svd(matrix, compute_uv=False)
    return {
        "name": name,
        "rows": rows,
        "columns": columns,
        "matrix": matrix.ravel().tolist(),
        "values": values.tolist(),
    }


def whole(rng, rows, columns):
    return rng.integers(-99, 100, size=(rows, columns)).astype(float)


if __name__ == "__main__":
    rng = np.random.default_rng(20240612)
    half = whole(rng, 12, 12)
    low = whole(rng, 9, 3) @ whole(rng, 3, 11)
    hilbert = 1 / (np.arange(10)[:, None] + np.arange(10) + 1)
    found = {
        "symmetric": [
            symmetric("12 rows", half + half.T),
            symmetric("rank 3 of 9 rows", low @ low.T),
            symmetric("Hilbert's of 10 rows", hilbert),
        ],
        "general": [
            general("8 x 5", whole(rng, 8, 5)),
            general("5 x 12", whole(rng, 5, 12)),
            general("rank 3, 9 x 11", low),
            general("Hilbert's of 10 rows", hilbert),
        ],
    }
    (HERE / "matrices.json").write_text(json.dumps(found) + "\n")
