"""Rotation and shift by scipy.ndimage, correlation by scipy.fft or numpy.fft; each result is an array of its own.

images.py rotate THREADS SIZE followed by the nine numbers of a matrix, x first
images.py shift THREADS SIZE ROWS COLUMNS
images.py correlate THREADS SIZE LIBRARY, scipy or numpy, whose transforms are in double precision
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "serve"))
from serve import check_of, noise_array, say, serve

what = sys.argv[1]
threads, size = int(sys.argv[2]), int(sys.argv[3])
library = sys.argv[4] if what == "correlate" else "scipy"
numbers = [] if what == "correlate" else [float(word) for word in sys.argv[4:]]

try:
    import numpy
    import scipy
    import scipy.fft
    import scipy.ndimage
except ImportError as missing:
    say(missing=missing.name)
    sys.exit()


def forward(image):
    if library == "numpy":
        return numpy.fft.rfft2(image.astype(numpy.float64))
    return scipy.fft.rfft2(image, workers=threads)


def back(spectrum):
    if library == "numpy":
        return numpy.fft.irfft2(spectrum, s=(size, size)).astype(numpy.float32)
    return scipy.fft.irfft2(spectrum, s=(size, size), workers=threads)


if what == "rotate":
    volume = noise_array(numpy, (size, size, size))
    matrix = numpy.array(numbers).reshape(3, 3)[::-1, ::-1]
    centre = numpy.full(3, size // 2)

    def work():
        offset = centre - matrix @ centre
        return scipy.ndimage.affine_transform(volume, matrix, offset, order=3, output=numpy.float32)

    middle = slice(size // 4, size - size // 4)
    check = check_of(numpy, numpy.ascontiguousarray(work()[middle, middle, middle]))
elif what == "shift":
    image = noise_array(numpy, (size, size))

    def work():
        spectrum = forward(image)
        return back(scipy.ndimage.fourier_shift(spectrum, numbers, n=size, output=spectrum))

    check = check_of(numpy, work())
else:
    image = noise_array(numpy, (size, size))
    other = noise_array(numpy, (size, size), first=size * size)

    def work():
        spectrum = forward(image)
        spectrum *= forward(other).conj()
        return back(spectrum)

    check = check_of(numpy, work())

serve(f"scipy {scipy.__version__}", check, work)
