import { expect, test } from "vitest";
import { readParticles, table } from "vitrine";
import { encodeRecords } from "../../../../lib/src/io/cryosparc/index.js";
import type { RecordField } from "../../../../lib/src/io/cryosparc/index.js";
import { joinRows } from "../../../../lib/src/io/cryosparc/join-rows.js";

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
const single = (name: string, ...values: number[]): RecordField => ({
  name,
  type: "f4",
  columns: [numbers(...values)],
});
const uid = (...words: string[]): RecordField => ({ name: "uid", type: "u8", columns: [words] });

const main = encodeRecords(
  [uid("9007199254740993", "5"), single("blob/psize_A", 2, 2), single("ctf/df1_A", 1, 2)],
  2,
);
const passthrough = encodeRecords(
  [
    uid("5", "9007199254740992", "9007199254740993"),
    single("ctf/accel_kv", 200, 100, 300),
    single("ctf/cs_mm", 2.5, 2.5, 2.5),
    single("ctf/amp_contrast", 0.5, 0.5, 0.5),
    single("ctf/df1_A", 7, 8, 9),
  ],
  3,
);

test("what a job did not change comes from its passthrough file, by the uid, of which a double loses digits", async () => {
  await expect(readParticles(main)).rejects.toThrow("passthrough");
  for (const given of [passthrough, [passthrough]]) {
    const all = await readParticles(main, { passthrough: given });
    expect(Array.from(all.group, (group) => all.optics[group]!.voltageKV)).toEqual([300, 200]);
    expect(all.other!.columns["ctf/df1_A"]).toEqual(numbers(1, 2));
  }
});

test("a passthrough file that lacks a row, or has no uid, is refused", () => {
  const rows = table("particles", { uid: ["1", "2"] });
  expect(() => joinRows(rows, table("p", { uid: ["2", "3"], x: numbers(1, 2) }), "p.cs")).toThrow(
    "p.cs: uid: got no row 1",
  );
  expect(() => joinRows(rows, table("p", { x: numbers(1, 2) }), "p.cs")).toThrow(
    "p.cs: uid: got no such field",
  );
});
