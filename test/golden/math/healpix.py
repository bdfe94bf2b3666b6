"""HEALPix pixels of directions and centres of pixels by healpy, whose code is that of HEALPix itself.

Writes healpix.json. Needs healpy. Centres are given as colatitude and longitude in degrees.
"""
import json
import pathlib

import healpy
import numpy as np

random = np.random.default_rng(8)
CASES = [(1, False), (1, True), (2, True), (3, False), (4, False), (4, True), (5, False), (64, True), (37, False),
         (8192, True), (8191, False)]
# the poles, the borders of belt and caps, the meridians where faces meet, and the equator
SPECIAL = [(0, 0), (180, 0), (1e-6, 40), (179.999999, -130), (90, 0), (90, 45), (90, 180), (30, 90), (150, -90), (48, 359.9999999)]


def case(nside, nested):
    count = healpy.nside2npix(nside)
    pixels = np.arange(count) if count <= 192 else np.concatenate(
        [[0, 1, 4, count // 2, count - 5, count - 1], random.integers(0, count, 60)])
    theta, phi = healpy.pix2ang(nside, pixels, nest=nested)
    drawn = [(float(np.degrees(np.arccos(z))), float(turn)) for z, turn in
             zip(random.uniform(-1, 1, 80), random.uniform(-180, 180, 80))]
    directions = np.array(SPECIAL + drawn)
    found = healpy.ang2pix(nside, np.radians(directions[:, 0]), np.radians(directions[:, 1]), nest=nested)
    return {
        "nside": nside,
        "scheme": "nested" if nested else "ring",
        "centres": [[int(p), float(np.degrees(t)), float(np.degrees(f))] for p, t, f in zip(pixels, theta, phi)],
        "pixels": [[*map(float, direction), int(p)] for direction, p in zip(directions, found)],
    }


lines = ",\n".join(json.dumps(case(*one)) for one in CASES)
pathlib.Path(__file__).with_suffix(".json").write_text(f"[\n{lines}\n]\n")
