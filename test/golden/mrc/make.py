"""Writes one small MRC file per mode with mrcfile, and what mrcfile reads in them; and bytes packed by Python's bz2.

Needs mrcfile and numpy. Fixed values, so that a second run writes the same data.
"""
import bz2
import json
import pathlib

import mrcfile
import numpy as np

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20140)
shape = (2, 3, 5)
values = {
    "mode0-int8": rng.integers(-128, 128, shape).astype(np.int8),
    "mode1-int16": rng.integers(-32768, 32768, shape).astype(np.int16),
    "mode2-float32": rng.standard_normal(shape).astype(np.float32),
    "mode2-big-endian": rng.standard_normal(shape).astype(">f4"),
    "mode4-complex64": (rng.standard_normal(shape) + 1j * rng.standard_normal(shape)).astype(np.complex64),
    "mode6-uint16": rng.integers(0, 65536, shape).astype(np.uint16),
    "mode6-big-endian": rng.integers(0, 65536, shape).astype(">u2"),
    "mode12-float16": (rng.standard_normal(shape) * 10.0 ** rng.integers(-7, 4, shape)).astype(np.float16),
}
expected = {}
for name, data in values.items():
    path = here / f"{name}.mrc"
    with mrcfile.new(path, overwrite=True) as mrc:
        mrc.set_data(data)
        mrc.voxel_size = (1.06, 1.06, 1.06)
        mrc.header.origin = (1.5, -2.25, 30)
        mrc.header.nlabl = 1
        mrc.header.label[0] = "fixed label"
        mrc.header.label[1:] = ""
        if name == "mode2-float32":
            mrc.set_extended_header(np.frombuffer(b"X,  Y,  Z".ljust(80) + b"-X,  Y+1/2,  -Z".ljust(80), dtype="V80"))
            mrc.header.exttyp = b"CCP4"
    with mrcfile.open(path) as mrc:
        flat = mrc.data.ravel()
        if np.iscomplexobj(flat):
            flat = np.stack([flat.real, flat.imag], -1).ravel()
        expected[name] = {
            "shape": list(mrc.data.shape),
            "mode": int(mrc.header.mode),
            "voxelSizeA": round(float(mrc.voxel_size.x), 6),
            "originA": [float(mrc.header.origin[axis]) for axis in "xyz"],
            "version": int(mrc.header.nversion),
            "spaceGroup": int(mrc.header.ispg),
            "extendedBytes": int(mrc.header.nsymbt),
            "statistics": [float(mrc.header[word]) for word in ("dmin", "dmax", "dmean", "rms")],
            "values": [float(x) for x in flat],
        }
(here / "expected.json").write_text(json.dumps(expected) + "\n")

# three blocks of bzip2's smallest size: every byte value, runs of every length up to 300, one long run; then a second stream
first = bytes((i >> 4) * 37 & 255 for i in range(120_000)) + b"".join(bytes([n & 255]) * n for n in range(300)) + bytes(100_000)
second = b"a second stream"
(here / "blocks.bz2").write_bytes(bz2.compress(first, 1) + bz2.compress(second, 9))
