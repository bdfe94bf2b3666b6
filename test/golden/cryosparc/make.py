"""Writes one small data set of cryoSPARC in each of its forms with cryosparc-tools, and what it reads in them.

Needs cryosparc-tools and numpy. Fixed values, so that a second run writes the same data.
"""
import json
import pathlib

import numpy as np
from cryosparc.dataset import Dataset

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20250)
rows = 211
data = Dataset.allocate(rows, [
    ("blob/path", "O"), ("blob/idx", "u4"), ("blob/shape", "u4", (2,)), ("alignments3D/pose", "f4", (3,)),
    ("ctf/df1_A", "f4"), ("location/micrograph_uid", "u8"), ("small", "i1"), ("wide", "f8"),
])
data["uid"] = rng.integers(0, 2**64, rows, dtype=np.uint64)
data["blob/path"] = np.array([["J1/a.mrc", "", "J1/stack_\u00e4.mrc"][i % 3] for i in range(rows)])
data["blob/idx"] = np.arange(rows) // 3
data["blob/shape"] = np.full((rows, 2), 180)
data["alignments3D/pose"] = rng.standard_normal((rows, 3))
data["ctf/df1_A"] = 12000
data["location/micrograph_uid"] = np.repeat(rng.integers(0, 2**64, 3, dtype=np.uint64), 71)[:rows]
data["small"] = np.arange(rows) % 256 - 128
data["wide"] = rng.standard_normal(rows)

data.save(here / "records.cs")
(here / "stream.cs").write_bytes(b"".join(data.stream()))
(here / "lz4.cs").write_bytes(b"".join(data.stream(compression="lz4")))
expected = {}
for name in data.fields():
    values = np.asarray(data[name])
    columns = values.reshape(rows, -1).T
    for place, column in enumerate(columns):
        label = f"{name}[{place}]" if values.ndim > 1 else name
        words = column.dtype == np.uint64 or column.dtype == object
        expected[label] = [str(v) if words else float(v) for v in column]
(here / "expected.json").write_text(json.dumps(expected) + "\n")
