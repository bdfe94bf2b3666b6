"""Times two kernels with one client, in turn; prints one JSON object {row: {kernel: [ms, ...]}, "mb": {kernel: [...]}}.

Called as: measure.py REPETITIONS ARGV_OF_OURS_AS_JSON ROW...
"""

import json
import os
import statistics
import subprocess
import sys
import time

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

CODE = {
    "vitrine": {
        "first": "1 + 1",
        "warm": "{i} + 1",
        "lines": "for (let i = 0; i < 20000; i++) console.log(`line ${{i}}`)",
        "make": "const big = new Uint8Array(64 * 2 ** 20).fill(7)",
        "send": "void comm.openComm('bench', {{}}, {{ buffers: [big] }})",
    },
    "ipykernel": {
        "first": "1 + 1",
        "warm": "{i} + 1",
        "lines": "for i in range(20000): print(f'line {{i}}')",
        "make": "import comm; big = bytes([7]) * (64 * 2 ** 20)",
        "send": "_ = comm.create_comm('bench', data={{}}, buffers=[big])",
    },
}


class Manager(KernelManager):
    argv = []

    @property
    def kernel_spec(self):
        return KernelSpec(argv=self.argv, language="any", display_name="any", interrupt_mode="message")


class Kernel:
    """A running kernel and the milliseconds from the start of its process to its first reply."""

    def __init__(self, name, argv):
        self.name = name
        self.manager = Manager()
        self.manager.argv = argv
        began = time.perf_counter()
        self.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels(hb=False)
        while True:
            self.client.kernel_info()
            try:
                self.client.get_shell_msg(timeout=0.5)
                break
            except Exception:
                continue
        self.start_ms = (time.perf_counter() - began) * 1000
        self.client.wait_for_ready(timeout=30)

    def run(self, what, **words):
        """Milliseconds from sending a cell to its idle, and the printed lines and bytes that came with it."""
        began = time.perf_counter()
        sent = self.client.execute(CODE[self.name][what].format(**words))
        lines = size = 0
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") != sent:
                continue
            if message["msg_type"] == "stream":
                lines += message["content"]["text"].count("\n")
            size += sum(len(memoryview(part).cast("B")) for part in message["buffers"])
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        took = (time.perf_counter() - began) * 1000
        reply = self.client.get_shell_msg(timeout=60)
        assert reply["content"]["status"] == "ok", reply["content"]
        return took, lines, size

    def megabytes(self):
        """Resident memory of the process tree."""
        pids = [self.manager.provisioner.process.pid]
        for pid in pids:
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children") as file:
                    pids += [int(child) for child in file.read().split()]
        pages = 0
        for pid in pids:
            with open(f"/proc/{pid}/statm") as file:
                pages += int(file.read().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def main():
    repetitions, ours, rows = int(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3:]
    kernels = {"vitrine": ours, "ipykernel": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]}
    result = {row: {name: [] for name in kernels} for row in ["start", "first", "warm", "lines", "buffer", "mb"]}
    for _ in range(repetitions):
        for name, argv in kernels.items():
            kernel = Kernel(name, argv)
            result["start"][name].append(kernel.start_ms)
            result["first"][name].append(kernel.run("first")[0])
            result["mb"][name].append(kernel.megabytes())
            if "warm" in rows:
                result["warm"][name].append(statistics.median(kernel.run("warm", i=i)[0] for i in range(30)))
            if "lines" in rows:
                took, lines, _ = kernel.run("lines")
                assert lines == 20000, f"{name}: {lines} lines"
                result["lines"][name].append(took)
            if "buffer" in rows:
                kernel.run("make")
                took, _, size = kernel.run("send")
                assert size == 64 * 2**20, f"{name}: {size} bytes"
                result["buffer"][name].append(took)
            kernel.close()
    print(json.dumps(result))


main()
