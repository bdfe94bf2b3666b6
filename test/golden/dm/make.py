"""Writes one small DM3 and DM4 file for each type of number, and what ncempy and rosettasciio read in them.

Needs ncempy, rosettasciio and numpy. Fixed values, so that a second run writes the same data. No program but the camera
maker's writes such files, so the bytes are put together here; the two readers have to agree on what they mean.
"""
import json
import pathlib
import struct

import ncempy.io.dm
import numpy as np
from rsciio.digitalmicrograph import file_reader

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(4)
# numpy's type: code of a number, kind of an image
types = {"int16": (2, 1), "float32": (6, 2), "uint8": (10, 6), "int32": (3, 7), "uint16": (4, 10), "uint32": (5, 11), "float64": (7, 12)}


def count(version, number):
    return struct.pack(">i" if version == 3 else ">q", number)


def data(version, codes, payload):
    return b"%%%%" + count(version, len(codes)) + b"".join(count(version, code) for code in codes) + payload


def tag(version, kind, label, body):
    length = count(version, len(body)) if version == 4 else b""
    return bytes([kind]) + struct.pack(">H", len(label)) + label.encode("latin-1") + length + body


def group(version, entries):
    tags = b"".join(tag(version, 20 if is_group else 21, label, body) for label, is_group, body in entries)
    return bytes([1, 0]) + count(version, len(entries)) + tags


def text(version, words):
    return data(version, [20, 4, len(words)], words.encode("utf-16-le"))


def number(version, code, form, value):
    return data(version, [code], struct.pack("<" + form, value))


def file(version, array, pixel_nm):
    name = array.dtype.name
    code, kind = types[name]
    axes = [
        group(version, [("Origin", False, number(version, 6, "f", 0)), ("Scale", False, number(version, 6, "f", pixel_nm)), ("Units", False, text(version, "nm"))])
        for _ in array.shape
    ]
    brightness = group(version, [("Origin", False, number(version, 6, "f", 0)), ("Scale", False, number(version, 6, "f", 1)), ("Units", False, text(version, ""))])
    calibrations = group(version, [("Brightness", True, brightness), ("Dimension", True, group(version, [("", True, axis) for axis in axes]))])
    sides = group(version, [("", False, number(version, 5, "I", side)) for side in reversed(array.shape)])
    image = group(version, [
        ("Calibrations", True, calibrations),
        ("Data", False, data(version, [20, code, array.size], array.astype(array.dtype.newbyteorder("<")).tobytes())),
        ("DataType", False, number(version, 5, "I", kind)),
        ("Dimensions", True, sides),
        ("PixelDepth", False, number(version, 5, "I", array.dtype.itemsize)),
    ])
    microscope = group(version, [("Cs(mm)", False, number(version, 7, "d", 2.7)), ("Voltage", False, number(version, 7, "d", 3e5))])
    image_tags = group(version, [("Microscope Info", True, microscope)])
    # every file begins with a small view for the screen, as the camera's program writes it
    small_sides = group(version, [("", False, number(version, 5, "I", 2)), ("", False, number(version, 5, "I", 1))])
    small = group(version, [
        ("Calibrations", True, calibrations),
        ("Data", False, data(version, [20, 3, 2], bytes(8))),
        ("DataType", False, number(version, 5, "I", 23)),
        ("Dimensions", True, small_sides),
        ("PixelDepth", False, number(version, 5, "I", 4)),
    ])
    images = group(version, [("", True, group(version, [("ImageData", True, small)])),
                             ("", True, group(version, [("ImageData", True, image), ("ImageTags", True, image_tags), ("Name", False, text(version, name))]))])
    thumbnails = group(version, [("", True, group(version, [("ImageIndex", False, number(version, 5, "I", 0))]))])
    root = group(version, [("ImageList", True, images), ("InImageMode", False, number(version, 8, "B", 1)), ("Thumbnails", True, thumbnails)])
    return struct.pack(">i", version) + count(version, len(root)) + struct.pack(">i", 1) + root + bytes(8)


expected = {}
for version in (3, 4):
    for name in types:
        shape = (3, 2, 5) if name in ("uint8", "int16") else (3, 5)
        whole = np.issubdtype(np.dtype(name), np.integer)
        limits = np.iinfo(name) if whole else None
        array = rng.integers(limits.min // 256, limits.max // 256 + 1, shape).astype(name) if whole else rng.standard_normal(shape).astype(name)
        path = here / f"{name}.dm{version}"
        path.write_bytes(file(version, array, 0.125))
        first = ncempy.io.dm.dmReader(str(path))
        (second,) = file_reader(str(path))
        np.testing.assert_array_equal(first["data"], array)
        np.testing.assert_array_equal(second["data"], array)
        image = second["original_metadata"]["ImageList"]["TagGroup0"]
        expected[path.name] = {
            "shape": [int(side) for side in first["data"].shape],
            "pixelNm": [float(axis["scale"]) for axis in second["axes"]][-2:],
            "voltageKV": float(image["ImageTags"]["Microscope Info"]["Voltage"]) / 1000,
            "values": [float(value) for value in first["data"].ravel()],
        }
(here / "expected.json").write_text(json.dumps(expected) + "\n")
