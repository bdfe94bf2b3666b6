"""Rotation vectors, Euler angles about z-y-z and z-x-z, means and ways between rotations by scipy.

Writes rotations.json. Needs scipy. A matrix here moves points; that of a view, which turns the axes, is its inverse.
"""
import json
import pathlib

import numpy as np
from scipy.spatial.transform import Rotation, Slerp

random = np.random.default_rng(3)


def matrix(rotation):
    return rotation.as_matrix().ravel().tolist()


def one(vector):
    turn = Rotation.from_rotvec(vector)
    angles = random.uniform([-180, 0, -180], [180, 180, 180]).tolist()
    return {
        "vector": list(map(float, vector)),
        "matrix": matrix(turn),
        "back": turn.as_rotvec().tolist(),
        "angles": angles,
        "zyz": matrix(Rotation.from_euler("ZYZ", angles, degrees=True).inv()),
        "zxz": matrix(Rotation.from_euler("ZXZ", angles, degrees=True).inv()),
    }


vectors = [[0, 0, 0], [1e-10, 0, 0], [0, 0, 3.1415], [4, 0, 0], *random.uniform(-3, 3, (12, 3))]
pair = Rotation.from_rotvec(random.uniform(-1, 1, (2, 3)))
many = Rotation.from_rotvec(random.normal(0, 0.7, (9, 3)) + [0.4, -1, 0.2])
weights = random.uniform(0, 2, 9)
result = {
    "turns": [one(vector) for vector in vectors],
    "way": {"from": matrix(pair[0]), "to": matrix(pair[1]),
            "steps": [[share, matrix(Slerp([0, 1], pair)(share))] for share in (0.0, 0.1, 0.5, 0.9, 1.0)]},
    "mean": {"rotations": [matrix(turn) for turn in many], "weights": weights.tolist(),
             "plain": matrix(many.mean()), "weighted": matrix(many.mean(weights))},
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(result) + "\n")
