"""Transforms and shell correlations of small seeded arrays by numpy, for test/lib/fourier.

Inputs are whole numbers, so that they are the same to the last bit on both sides. Writes transforms.json and
shell-correlations.json beside this file.
"""

import json
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
SHAPES = [(1,), (2,), (7,), (12,), (97,), (9, 10), (13, 17), (5, 6, 7)]
PAIRS = [(11, 11, 11), (6, 8, 9), (12, 12), (10, 7)]


def whole(rng, shape):
    return rng.integers(-999, 1000, size=shape)


def interleaved(z):
    flat = np.asarray(z).ravel()
    return [float(f"{part:.17g}") for value in flat for part in (value.real, value.imag)]


def transforms():
    rng = np.random.default_rng(20240501)
    cases = []
    for shape in SHAPES:
        re, im = whole(rng, shape), whole(rng, shape)
        cases.append(
            {
                "shape": list(shape),
                "re": re.ravel().tolist(),
                "im": im.ravel().tolist(),
                "real": interleaved(np.fft.rfftn(re)),
                "complex": interleaved(np.fft.fftn(re + 1j * im)),
            }
        )
    return cases


def shells(a, b):
    """Correlation over the full transforms, in shells of the nearest radius, in Fourier pixels of the longest side, halves up."""
    n = max(a.shape)
    axes = np.meshgrid(*[np.rint(np.fft.fftfreq(size) * size) * n / size for size in a.shape], indexing="ij")
    shell = np.floor(np.sqrt(sum(axis**2 for axis in axes)) + 0.5).astype(int)
    fa, fb = np.fft.fftn(a), np.fft.fftn(b)
    correlation, counts = [], []
    for s in range(n // 2 + 1):
        inside = shell == s
        cross = np.sum(fa[inside] * np.conj(fb[inside])).real
        power = np.sum(np.abs(fa[inside]) ** 2) * np.sum(np.abs(fb[inside]) ** 2)
        correlation.append(float(cross / np.sqrt(power)))
        counts.append(int(inside.sum()))
    return correlation, counts


def shell_correlations():
    rng = np.random.default_rng(20240502)
    cases = []
    for shape in PAIRS:
        common = whole(rng, shape)
        a, b = common + whole(rng, shape), common + whole(rng, shape)
        correlation, counts = shells(a, b)
        cases.append(
            {
                "shape": list(shape),
                "a": a.ravel().tolist(),
                "b": b.ravel().tolist(),
                "correlation": correlation,
                "counts": counts,
            }
        )
    return cases


if __name__ == "__main__":
    for name, cases in (("transforms", transforms()), ("shell-correlations", shell_correlations())):
        (HERE / f"{name}.json").write_text(json.dumps({"numpy": np.__version__, "cases": cases}) + "\n")
