"""Writes small TIFF files of every kind with tifffile (its own and imagecodecs' encoders) and with libtiff through Pillow.

Needs tifffile, imagecodecs, Pillow and numpy. The values are those of `pattern`, which the tests compute themselves.
"""
import base64
import io
import json
import pathlib
import struct

import numpy as np
import tifffile
from PIL import Image

here = pathlib.Path(__file__).parent
shape = (2, 11, 13)
tiled = (2, 23, 29)


def pattern(pages, rows, columns):
    p, y, x = np.meshgrid(np.arange(pages), np.arange(rows), np.arange(columns), indexing="ij")
    return (x * x + 3 * x * y + 5 * y + 17 * p) % 251


def integers(dtype, sides=shape):
    return (pattern(*sides) - (125 if dtype.startswith("int") else 0)).astype(dtype)


def floats(dtype, sides=shape):
    return (pattern(*sides) / 8 - 10).astype(dtype)


files = {}


def keep(name, data, kind, sides=shape, **facts):
    files[name] = {"kind": kind, "shape": sides, **facts, "bytes": base64.b64encode(data).decode()}


def write(name, values, kind, facts={}, **options):
    stream = io.BytesIO()
    tifffile.imwrite(stream, values, software="", metadata=None, photometric="minisblack", **options)
    keep(name, stream.getvalue(), kind, values.shape, **facts)


for order, word in (("<", "little"), (">", "big")):
    for kind in ("uint8", "int8", "uint16", "int16", "uint32", "int32"):
        write(f"{kind} {word}-endian", integers(kind), kind, byteorder=order)
    for kind in ("float16", "float32", "float64"):
        write(f"{kind} {word}-endian", floats(kind), kind, byteorder=order)
    for compression in ("lzw", "deflate", "packbits"):
        write(f"{compression} uint8 {word}-endian", integers("uint8"), "uint8", byteorder=order, compression=compression)
    for compression in ("lzw", "deflate"):
        for kind in ("uint8", "int16", "uint32"):
            write(f"{compression} differences {kind} {word}-endian", integers(kind), kind,
                  byteorder=order, compression=compression, predictor=2)
        for kind in ("float16", "float32", "float64"):
            write(f"{compression} float differences {kind} {word}-endian", floats(kind), kind,
                  byteorder=order, compression=compression, predictor=3)
    write(f"bigtiff {word}-endian", integers("uint16"), "uint8", byteorder=order, bigtiff=True, compression="lzw")
    write(f"tiles {word}-endian", integers("int16", tiled), "int16", byteorder=order, tile=(16, 16), compression="deflate", predictor=2)

write("tiles of bytes", integers("uint8", tiled), "uint8", tile=(16, 32))
write("strips of one row", integers("uint16"), "uint8", rowsperstrip=1)
write("strips of seven rows", integers("uint16"), "uint8", rowsperstrip=7, compression="lzw")
write("long strip", integers("uint8", (1, 97, 131)), "uint8", compression="lzw")
write("one value", integers("float32", (1, 1, 1)), "uint8")
write("resolution", integers("uint8"), "uint8", {"pixelSizeA": 1.0625},
      resolution=(1e8 / 1.0625, 1e8 / 1.0625), resolutionunit="CENTIMETER")
write("screen resolution", integers("uint8"), "uint8", {"pixelSizeA": None}, resolution=(72, 72), resolutionunit="INCH")

noise = np.random.default_rng(5).integers(0, 251, (1, 41, 53)).astype("uint8")
stream = io.BytesIO()
Image.fromarray(integers("uint8", (1, 97, 131))[0]).save(stream, "TIFF", compression="tiff_lzw")
keep("libtiff lzw", stream.getvalue(), "uint8", (1, 97, 131))
stream = io.BytesIO()
Image.fromarray(noise[0]).save(stream, "TIFF", compression="tiff_lzw")
keep("libtiff lzw of noise", stream.getvalue(), "values", noise.shape, values=noise.ravel().tolist())
stream = io.BytesIO()
Image.fromarray(integers("uint8", (1, 23, 29))[0]).save(stream, "TIFF", compression="packbits")
keep("libtiff packbits", stream.getvalue(), "uint8", (1, 23, 29))

# two values of 4 bits in each byte: the file of the packed bytes, with width and bits of the values
four = integers("uint8", (1, 23, 29)) % 16
padded = np.pad(four, ((0, 0), (0, 0), (0, 1)))
stream = io.BytesIO()
tifffile.imwrite(stream, padded[..., 0::2] * 16 + padded[..., 1::2], software="", metadata=None, photometric="minisblack")
with tifffile.TiffFile(io.BytesIO(stream.getvalue())) as tif:
    places = {tag.name: tag.valueoffset for tag in tif.pages[0].tags}
packed = bytearray(stream.getvalue())
packed[places["ImageWidth"] : places["ImageWidth"] + 2] = struct.pack("<H", 29)
packed[places["BitsPerSample"] : places["BitsPerSample"] + 2] = struct.pack("<H", 4)
keep("4 bits", bytes(packed), "4 bits", (1, 23, 29))

for name, options in {"imagej": {}, "imagej pages": {"compression": "deflate"}}.items():
    stream = io.BytesIO()
    tifffile.imwrite(stream, integers("uint16", (5, 11, 13)), imagej=True, resolution=(1 / 0.213, 1 / 0.213),
                     metadata={"unit": "nm", "spacing": 0.5, "axes": "ZYX"}, **options)
    keep(name, stream.getvalue(), "uint8", (5, 11, 13), pixelSizeA=2.13)

(here / "files.json").write_text(json.dumps(files, indent=0) + "\n")
