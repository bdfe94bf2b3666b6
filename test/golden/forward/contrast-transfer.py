"""Contrast transfer functions at a few frequencies, from the formula in double precision by numpy, and the zeros of one of
them found by bisection, for test/lib/forward/ctf.

Here the defocus of each direction is worked out by itself and the phase is written in full, another way than the library's.
Writes contrast-transfer.json beside this file.
"""

import json
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
LENSES = [
    dict(defocusUA=15000, defocusVA=15000, defocusAngleDeg=0, voltageKV=300, csMm=2.7, amplitudeContrast=0.07,
         phaseShiftDeg=0, bFactorA2=0),
    dict(defocusUA=15300, defocusVA=14800, defocusAngleDeg=35, voltageKV=200, csMm=2.26, amplitudeContrast=0.1,
         phaseShiftDeg=0, bFactorA2=80),
    dict(defocusUA=6000, defocusVA=5200, defocusAngleDeg=-70, voltageKV=120, csMm=0.01, amplitudeContrast=0.2,
         phaseShiftDeg=90, bFactorA2=0),
]
POINTS = [(s, d) for s in (0.0, 0.01, 0.05, 0.123, 0.25, 0.4) for d in (0.0, 35.0, 80.0, 125.0, -160.0)]


def wavelength(kv):
    volts = np.float64(kv) * 1000
    return 12.2643247 / np.sqrt(volts + 0.978466e-6 * volts**2)


def transfer(lens, s, direction):
    lam = wavelength(lens["voltageKV"])
    mean = (lens["defocusUA"] + lens["defocusVA"]) / 2
    half = (lens["defocusUA"] - lens["defocusVA"]) / 2
    defocus = mean + half * np.cos(2 * np.deg2rad(direction - lens["defocusAngleDeg"]))
    q = lens["amplitudeContrast"]
    gamma = (np.pi * lam * defocus * s**2 - np.pi / 2 * lens["csMm"] * 1e7 * lam**3 * s**4
             + np.deg2rad(lens["phaseShiftDeg"]) + np.arctan(q / np.sqrt(1 - q**2)))
    return -np.sin(gamma) * np.exp(-lens["bFactorA2"] * s**2 / 4)


def zeros(lens, finest):
    s = np.linspace(0, 1 / finest, 200001)
    value = transfer(lens, s, 0.0)
    found = []
    for i in np.nonzero(value[:-1] * value[1:] < 0)[0]:
        low, high = s[i], s[i + 1]
        for _ in range(60):
            middle = (low + high) / 2
            if transfer(lens, low, 0.0) * transfer(lens, middle, 0.0) <= 0:
                high = middle
            else:
                low = middle
        found.append(1 / low)
    return found


def number(value):
    return float(f"{float(value):.12g}")


cases = [
    {"lens": lens, "wavelengthA": number(wavelength(lens["voltageKV"])),
     "values": [[s, d, number(transfer(lens, s, d))] for s, d in POINTS]}
    for lens in LENSES
]
golden = {"cases": cases, "zerosA": [number(z) for z in zeros(LENSES[0], 3.0)]}
(HERE / "contrast-transfer.json").write_text(json.dumps(golden, indent=1) + "\n")
