"""Writes small HDF5 files laid out as EMAN2 lays out its images, with h5py, and the values that they hold.

Needs h5py and numpy. Fixed values, so that a second run writes the same data.
"""
import json
import pathlib

import h5py
import numpy as np

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(8)


def write(name, arrays, attributes=None, **how):
    with h5py.File(here / name, "w") as file:
        images = file.create_group("MDF/images")
        images.attrs["imageid_max"] = np.int32(len(arrays) - 1)
        for i, array in enumerate(arrays):
            group = images.create_group(str(i))
            group.create_dataset("image", data=array, track_times=False, **how)
            group.attrs["EMAN.apix_x"] = np.float32(1.5)
            group.attrs["EMAN.ctf"] = np.bytes_("E1.25 0.1 30 120 10 300 2.7 1.5 0.01 0")
            for key, value in (attributes or {}).items():
                group.attrs["EMAN." + key] = value


images = rng.standard_normal((11, 3, 5)).astype(np.float32)
write("images.hdf", images, chunks=(1, 5), compression="gzip")
volume = rng.standard_normal((2, 3, 5)).astype(">f4")
write("volume.hdf", [volume])
whole = rng.integers(0, 4096, (7, 3)).astype(np.uint16)
stored = {"stored_renderbits": np.int32(12), "stored_rendermin": np.float32(-3), "stored_rendermax": np.float32(5)}
write("bits.hdf", [whole], stored, compression="gzip")
scaled = whole.astype(np.float64) / 4095 * 8 - 3
write("sizes.hdf", [images[0], images[1][:2]])
with h5py.File(here / "link.hdf", "w") as file:
    group = file.create_group("MDF/images/0")
    group["image"] = h5py.ExternalLink("images.hdf", "MDF/images/0/image")
expected = {name: [float(x) for x in np.ravel(data)] for name, data in (("images", images), ("volume", volume), ("bits", scaled))}
(here / "expected.json").write_text(json.dumps(expected) + "\n")
