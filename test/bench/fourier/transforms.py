"""Forward transforms in single precision by scipy.fft or numpy.fft, each result an array of its own, as they are called.

transforms.py scipy|numpy real|complex THREADS BATCH SIZE ...
"""

import importlib
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "serve"))
from serve import check_of, noise_array, say, serve

module, kind, threads, batch, *sizes = sys.argv[1:]
threads, batch, sizes = int(threads), int(batch), [int(size) for size in sizes]

try:
    import numpy

    library = importlib.import_module(module)
    fourier = importlib.import_module(f"{module}.fft")
except ImportError:
    say(missing=module)
    sys.exit()

axes = tuple(range(1, 1 + len(sizes)))
shape = [batch, *sizes]
options = {"workers": threads} if module == "scipy" else {}
if kind == "real":
    data = noise_array(numpy, shape)
else:
    data = noise_array(numpy, [*shape, 2]).view(numpy.complex64)[..., 0]
function = fourier.rfftn if kind == "real" else fourier.fftn


def transform():
    return function(data, axes=axes, **options)


serve(f"{module} {library.__version__}", check_of(numpy, transform()), transform)
