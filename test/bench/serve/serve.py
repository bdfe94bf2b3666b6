"""What every engine in Python does: it prepares its work, runs it once, and answers for the time of more calls."""

import json
import sys
import time

#: Numbers made or summed at once: the memory that is measured should be that of the work.
BLOCK = 1 << 18


def noise(numpy, first, last):
    """Values first ... last - 1 of the noise that all engines work on, in [-0.5, 0.5)."""
    i = numpy.arange(first, last, dtype=numpy.uint32)
    i *= numpy.uint32(0x9E3779B1)
    i ^= i >> numpy.uint32(15)
    i *= numpy.uint32(0x85EBCA77)
    i ^= i >> numpy.uint32(13)
    return (i / 4294967296.0 - 0.5).astype(numpy.float32)


def noise_array(numpy, shape, first=0):
    """float32 noise of a shape, from value `first` on."""
    numbers = numpy.empty(shape, numpy.float32)
    flat = numbers.reshape(-1)
    for at in range(0, flat.size, BLOCK):
        end = min(at + BLOCK, flat.size)
        flat[at:end] = noise(numpy, first + at, first + end)
    return numbers


def check_of(numpy, result):
    """Product of a result with the noise: engines that do the same work agree on it."""
    flat = result.reshape(-1).view(numpy.float32)
    total = 0.0
    for at in range(0, flat.size, BLOCK):
        part = flat[at : at + BLOCK].astype(numpy.float64)
        total += float(part @ noise(numpy, at, at + part.size))
    return total


def say(**answer):
    print(json.dumps(answer), flush=True)


def serve(name, check, work):
    """Says that the work is ready, then answers each line, a number of calls, by their mean milliseconds."""
    say(ready=name, check=check)
    for line in sys.stdin:
        calls = int(line)
        start = time.perf_counter()
        for _ in range(calls):
            work()
        say(ms=1000 * (time.perf_counter() - start) / calls)
