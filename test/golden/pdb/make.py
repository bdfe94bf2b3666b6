"""Writes one small model with gemmi as PDB and as mmCIF, and what gemmi reads in them.

Needs gemmi and numpy. The model has alternate places, ions with charges, an insertion, chains of two letters, two models, numbers
beyond those that the PDB format has digits for, and an assembly of two copies.
"""
import json
import pathlib

import gemmi
import numpy as np

here = pathlib.Path(__file__).parent
rng = np.random.default_rng(83)


def atom(name, element, altloc="\0", charge=0, occupancy=1.0):
    made = gemmi.Atom()
    made.name, made.element, made.altloc, made.charge, made.occ = name, gemmi.Element(element), altloc, charge, occupancy
    made.pos = gemmi.Position(*np.round(rng.uniform(-80, 900, 3), 3))
    made.b_iso = round(float(rng.uniform(2, 200)), 2)
    return made


def residue(name, number, atoms, het="A", insertion=" ", subchain="", entity="", label=None):
    made = gemmi.Residue()
    made.name, made.seqid, made.het_flag = name, gemmi.SeqId(number, insertion), het
    made.subchain, made.entity_id = subchain, entity
    if label is not None:
        made.label_seq = label
    for one in atoms:
        made.add_atom(one)
    return made


def model(number):
    made = gemmi.Model(number)
    first, second = gemmi.Chain("A"), gemmi.Chain("Bc")
    first.add_residue(residue("GLY", -2, [atom("N", "N"), atom("CA", "C"), atom("C", "C"), atom("O", "O")], subchain="Axp", entity="1", label=1))
    first.add_residue(
        residue(
            "HIS",
            10012,
            [atom("CA", "C", "A", occupancy=0.6), atom("CA", "C", "B", occupancy=0.4), atom("HD11", "H"), atom("OP1", "O")],
            insertion="C",
            subchain="Axp",
            entity="1",
            label=2,
        )
    )
    first.add_residue(residue("CA", 301, [atom("CA", "Ca", charge=2)], het="H", subchain="Ax1", entity="2"))
    second.add_residue(residue("SEP", 7, [atom("P", "P", charge=-1), atom("SE", "Se"), atom("H5'", "H")], het="H", subchain="Bcxp", entity="3", label=1))
    made.add_chain(first)
    made.add_chain(second)
    return made


structure = gemmi.Structure()
structure.name = "GOLD"
structure.cell = gemmi.UnitCell(50.84, 42.77, 28.95, 90, 101.5, 90)
structure.spacegroup_hm = "P 1 21 1"
structure.add_model(model(1))
structure.add_model(model(2))
structure.assign_serial_numbers()
for one in structure[1].all():
    one.atom.serial += 99990
assembly = gemmi.Assembly("1")
generator = gemmi.Assembly.Gen()
generator.chains = ["A", "Bc"]
generator.subchains = ["Axp", "Ax1", "Bcxp"]
for name, rows, shift in (("1", np.eye(3), (0, 0, 0)), ("2", [[-1, 0, 0], [0, 1, 0], [0, 0, -1]], (12.5, -3.25, 7))):
    operator = gemmi.Assembly.Operator()
    operator.name = name
    operator.transform = gemmi.Transform(gemmi.Mat33(np.array(rows).tolist()), gemmi.Vec3(*shift))
    generator.operators.append(operator)
assembly.generators.append(generator)
structure.assemblies.append(assembly)
options = gemmi.PdbWriteOptions()
options.preserve_serial = True
structure.write_pdb(str(here / "model.pdb"), options)
structure.make_mmcif_document().write_file(str(here / "model.cif"))


def columns(read):
    rows = [(m.num, c.name, r, a) for m in read for c in m for r in c for a in r]
    return {
        "model": [m for m, *_ in rows],
        "chain": [c for _, c, *_ in rows],
        "residue": [r.name for _, _, r, _ in rows],
        "residueNumber": [r.seqid.num for _, _, r, _ in rows],
        "insertion": [r.seqid.icode.strip() for _, _, r, _ in rows],
        "hetero": [int(r.het_flag == "H") for _, _, r, _ in rows],
        "name": [a.name for *_, a in rows],
        "alternate": [a.altloc.replace("\0", "") for *_, a in rows],
        "element": [a.element.name for *_, a in rows],
        "charge": [a.charge for *_, a in rows],
        "serial": [a.serial for *_, a in rows],
        "occupancy": [round(a.occ, 2) for *_, a in rows],
        "bFactorA2": [round(a.b_iso, 2) for *_, a in rows],
        "positionA": [round(v, 3) for *_, a in rows for v in a.pos.tolist()],
    }


(here / "expected.json").write_text(
    json.dumps(
        {
            "gemmi": gemmi.__version__,
            "pdb": columns(gemmi.read_structure(str(here / "model.pdb"))),
            "mmcif": columns(gemmi.read_structure(str(here / "model.cif"))),
            "assemblyPositionA": [
                round(v, 3)
                for one in gemmi.make_assembly(structure.assemblies[0], structure[0], gemmi.HowToNameCopiedChain.Dup).all()
                for v in one.atom.pos.tolist()
            ],
        }
    )
    + "\n"
)
