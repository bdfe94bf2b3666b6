"""Symmetry operators of RELION, and the views that it holds for equal to two given ones.

Writes relion-symmetry.json. Needs RELION's relion_refine and relion_particle_symmetry_expand on the path (3.1.3 was used).
Operators are printed with five digits, angles with six decimals.
"""
import json
import pathlib
import re
import subprocess
import tempfile

GROUPS = ["C1", "C2", "C5", "C7", "D1", "D2", "D3", "D7", "T", "O", "I", "I1", "I2", "I3", "I4"]
VIEWS = [(12.5, 40.0, -75.0), (-100.0, 110.0, 20.0)]
NUMBER = r"-?\d+(?:\.\d+)?(?:e-?\d+)?"


def operators(group):
    command = ["relion_refine", "--sym", group, "--print_symmetry_ops"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    blocks = re.findall(r"R\(\d+\)=\s*((?:\s*" + NUMBER + r"){9})", text)
    return [[float(word) for word in block.split()] for block in blocks]


def equal_views(group):
    if group == "C1":  # which that program refuses
        return [[list(view)] for view in VIEWS]
    columns = ["ImageName", "AngleRot", "AngleTilt", "AnglePsi", "OriginX", "OriginY"]
    header = "data_\n\nloop_\n" + "".join(f"_rln{name} #{i + 1}\n" for i, name in enumerate(columns))
    rows = "".join(f"{i + 1:06d}@a.mrcs {rot} {tilt} {psi} 0 0\n" for i, (rot, tilt, psi) in enumerate(VIEWS))
    with tempfile.TemporaryDirectory() as folder:
        given, expanded = pathlib.Path(folder, "given.star"), pathlib.Path(folder, "expanded.star")
        given.write_text(header + rows)
        command = ["relion_particle_symmetry_expand", "--i", given, "--o", expanded, "--sym", group, "--ignore_optics"]
        subprocess.run(command, capture_output=True, check=True)
        lines = [line.split() for line in expanded.read_text().splitlines() if "@" in line]
    return [[[float(word) for word in line[1:4]] for line in lines if line[0].startswith(f"{i + 1:06d}")]
            for i in range(len(VIEWS))]


result = {"views": VIEWS, "groups": {name: {"operators": operators(name), "equal": equal_views(name)} for name in GROUPS}}
text = json.dumps(result, indent=1)
text = re.sub(r"\[\s+((?:" + NUMBER + r",?\s*)+)\]", lambda found: "[" + " ".join(found[1].split()) + "]", text)
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
