"""Runs a notebook from top to bottom, says how each cell went, and keeps the result as a page or a notebook if asked."""

import argparse
import os
import re
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

COLOUR_CODES = re.compile(r"\x1b\[[0-9;]*m")


class Runner(NotebookClient):
    """Reports each code cell in one line when it ends: its place among the code cells, its first line, its time."""

    def __init__(self, notebook, **options):
        self.code_cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
        self.done = 0
        super().__init__(notebook, **options)

    async def async_execute_cell(self, cell, cell_index, **options):
        if cell.cell_type != "code" or not cell.source.strip():
            return await super().async_execute_cell(cell, cell_index, **options)
        self.done += 1
        started = time.perf_counter()
        try:
            return await super().async_execute_cell(cell, cell_index, **options)
        finally:
            seconds = time.perf_counter() - started
            first = cell.source.strip().splitlines()[0][:60]
            print(f"[{self.done}/{len(self.code_cells)}] {seconds:6.1f} s  {first}", flush=True)


def main():
    options = read_options()
    notebook = read(options.notebook)
    runner = Runner(
        notebook,
        kernel_name=options.kernel,
        timeout=options.cell_timeout,
        startup_timeout=120,
        # A page without a kernel cannot show a live widget: without its state the still beside it is taken.
        store_widget_state=False,
        resources={"metadata": {"path": str(options.notebook.parent)}},
    )
    failure = run(runner)
    if options.out:
        write(options.out, notebook, options.notebook.stem)
        print(f"written: {options.out}")
    if failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def read_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebook", type=Path)
    parser.add_argument("--kernel", required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--cell-timeout", type=int, default=None, help="seconds a cell may take; no limit by default")
    return parser.parse_args()


def read(path):
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        sys.exit(f"{path} is not a notebook that can be read ({error}): save it again in JupyterLab.")


def run(runner):
    """Runs all cells up to the first failure, and returns that one's text, without colours."""
    try:
        runner.execute()
    except CellExecutionError as error:
        return f"cell {runner.done} of {len(runner.code_cells)} failed:\n{COLOUR_CODES.sub('', str(error)).strip()}"
    except DeadKernelError:
        return f"the kernel died in cell {runner.done} of {len(runner.code_cells)}."
    except TimeoutError as error:
        return f"cell {runner.done} of {len(runner.code_cells)} took too long: {error}"
    except (AssertionError, KeyboardInterrupt):
        # On a signal nbclient ends the kernel and forgets it, and then stumbles over its absence.
        if runner.km is not None:
            raise
        return f"interrupted in cell {runner.done} of {len(runner.code_cells)}."
    return None


def write(path, notebook, title):
    """The file appears whole or not at all."""
    if path.suffix == ".html":
        from nbconvert import HTMLExporter

        text, _ = HTMLExporter().from_notebook_node(notebook, resources={"metadata": {"name": title}})
    else:
        text = nbformat.writes(notebook)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    beside.write_text(text, encoding="utf8")
    os.replace(beside, path)


if __name__ == "__main__":
    sys.exit(main())
