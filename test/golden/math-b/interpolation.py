"""Spline coefficients and values between samples by scipy.ndimage, for test/lib/math/interpolation.

Samples are whole numbers, so that they are the same to the last bit on both sides. Writes interpolation.json beside this file.
"""

import json
from pathlib import Path

import numpy as np
from scipy import ndimage

HERE = Path(__file__).parent
SHAPES = [(1, 7), (2, 3), (9, 13), (37, 2), (3, 4, 5), (2, 1, 6), (6, 35, 3)]
ORDERS = {"nearest": 0, "linear": 1, "cubic": 3}


def case(rng, shape):
    data = rng.integers(-99, 100, size=shape)
    # in steps of 1/64, never half-way, on both sides of the borders
    spread = [rng.integers(-64 * size, 128 * size, size=20) / 64 + 1 / 128 for size in shape]
    values = {
        name: ndimage.map_coordinates(data.astype(float), spread, order=order, mode="mirror").tolist()
        for name, order in ORDERS.items()
    }
    return {
        "shape": list(shape),
        "data": data.ravel().tolist(),
        "coefficients": ndimage.spline_filter(data.astype(float), order=3, mode="mirror").ravel().tolist(),
        "points": np.stack(spread[::-1], axis=1).ravel().tolist(),
        "values": values,
    }


if __name__ == "__main__":
    rng = np.random.default_rng(20240611)
    cases = [case(rng, shape) for shape in SHAPES]
    (HERE / "interpolation.json").write_text(json.dumps({"cases": cases}) + "\n")
