import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { encodeFscXml, readFscXml, writeFscXml } from "../../../lib/src/io/fsc-xml/index.js";
import { curve } from "../../../lib/src/model/index.js";
import { temporaryFolder } from "../../support/temporary.js";

const folder = temporaryFolder();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fsc = curve({
  title: "half < 'map' & \"half\"",
  x: { label: "spatial frequency", unit: "1/Å", values: Float64Array.of(0, 0.1, 1 / 3) },
  y: { label: "correlation", unit: "" },
  series: [{ name: "FSC", values: Float64Array.of(1, 0.5, -1e-7), role: "data" }],
});

describe("an FSC of EMDB", () => {
  test("is the same written and read again, to the last bit", async () => {
    expect(await readFscXml(bytes(encodeFscXml(fsc)))).toEqual(fsc);
    await writeFscXml(join(folder, "fsc.xml"), fsc);
    expect(await readFscXml(join(folder, "fsc.xml"))).toEqual(fsc);
  });

  test.each([
    ["another XML", "<tsv/>", /tsv: got 0 coordinates/],
    ["no coordinates", "<fsc/>", /fsc: got 0 coordinates/],
    ["a word", "<fsc><coordinate><x>a</x><y>1</y></coordinate></fsc>", /x: got a/],
    ["half a coordinate", "<fsc><coordinate><x>1</x></coordinate></fsc>", /coordinate: got no y/],
  ])("is refused: %s", async (_, text, message) => {
    await expect(readFscXml(bytes(text))).rejects.toThrow(message);
  });
});
