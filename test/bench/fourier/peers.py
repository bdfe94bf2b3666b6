"""Times transforms by scipy.fft and numpy.fft: one request per line of JSON on standard input, one answer per line.

{"peer": "scipy", "shape": [256, 256], "calls": 16} -> {"ms": 1.2}, or {"ms": null} where the peer is not installed.
"""

import importlib
import json
import sys
import time


def load(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


numpy = load("numpy")
transforms = {"scipy": load("scipy.fft"), "numpy": load("numpy.fft")}

for line in sys.stdin:
    request = json.loads(line)
    module = transforms[request["peer"]]
    if numpy is None or module is None:
        answer = {"ms": None}
    else:
        data = numpy.sin(numpy.arange(numpy.prod(request["shape"]), dtype=numpy.float32) ** 2).reshape(request["shape"])
        module.rfftn(data)
        start = time.perf_counter()
        for _ in range(request["calls"]):
            module.rfftn(data)
        answer = {"ms": 1000 * (time.perf_counter() - start) / request["calls"]}
    print(json.dumps(answer), flush=True)
