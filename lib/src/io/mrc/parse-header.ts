import type { ErrorDetail } from "../../core/index.js";
import { FormatError, printable } from "../../core/index.js";
import { byteOrderOf } from "./byte-order.js";
import { dataBytes, fitToFile } from "./file-size.js";
import type { MrcHeader, Triple } from "./header.js";
import { headerBytes, labelBytes, maxLabels, wordAt } from "./header.js";
import { mrcMode, readableModes } from "./modes.js";
import { oddities } from "./oddities.js";
import { byteSign } from "./byte-sign.js";

/** What {@link parseHeader} takes beside the bytes. */
export interface ParseHeaderOptions {
  readonly file: string;
  /** Size of the whole file; undefined while it is not known, as inside a compressed stream. */
  readonly fileBytes?: number;
  /** `true` also accepts a file without the word MAP. Default `false`: it is rarely an MRC file. */
  readonly permissive?: boolean;
}

/**
 * Reads the 1024 bytes of an MRC header and checks them against the size of the file, before anything is allocated.
 *
 * @throws FormatError naming the word that can't be
 */
export function parseHeader(bytes: Uint8Array, options: ParseHeaderOptions): MrcHeader {
  const { file, fileBytes, permissive = false } = options;
  const fail = (field: string, offset: number, detail: ErrorDetail): never => {
    throw new FormatError({ file, field, offset, ...detail });
  };
  if (bytes.byteLength < headerBytes) {
    fail("size", 0, { got: `${bytes.byteLength} bytes`, wanted: `at least ${headerBytes}, the MRC header` });
  }
  const head = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const warnings: string[] = [];
  checkMapWord(head, permissive, warnings, fail);
  const { littleEndian, warning } = byteOrderOf(head);
  if (warning !== undefined) warnings.push(warning);
  const int = (at: number) => head.getInt32(at, littleEndian);
  const ints = (at: number): Triple => [int(at), int(at + 4), int(at + 8)];
  const float = (at: number) => head.getFloat32(at, littleEndian);
  const floats = (at: number): Triple => [float(at), float(at + 4), float(at + 8)];

  const [columns, rows, sections] = ints(wordAt.size);
  for (const [axis, size] of [columns, rows, sections].entries()) {
    if (size < 1) fail(["NX", "NY", "NZ"][axis]!, 4 * axis, { got: size, wanted: "at least 1" });
  }
  const mode =
    mrcMode(int(wordAt.mode)) ??
    fail("MODE", wordAt.mode, { got: int(wordAt.mode), wanted: `one of ${readableModes}` });
  const extendedBytes = int(wordAt.extendedBytes);
  if (extendedBytes < 0) fail("NSYMBT", wordAt.extendedBytes, { got: extendedBytes, wanted: "0 or more" });
  const axes = readAxes(ints(wordAt.axes), warnings, fail);
  const [min, max, mean] = floats(wordAt.statistics);
  const header: MrcHeader = {
    kind: "mrc-header",
    file,
    byteOrder: littleEndian ? "little-endian" : "big-endian",
    columns,
    rows,
    sections,
    mode: mode.mode,
    bytes:
      mode.mode === 0 ? byteSign(head, littleEndian, warnings) : mode.mode === 101 ? "unsigned" : "signed",
    start: ints(wordAt.start),
    sampling: ints(wordAt.sampling),
    cellA: floats(wordAt.cell),
    cellAnglesDeg: floats(wordAt.angles),
    axes,
    statistics: { min, max, mean, rms: float(wordAt.rms) },
    spaceGroup: int(wordAt.spaceGroup),
    extendedBytes,
    extendedType: latin(bytes, wordAt.extendedType, 4),
    version: int(wordAt.version),
    originA: floats(wordAt.origin),
    machineStamp: [...bytes.subarray(wordAt.machineStamp, wordAt.machineStamp + 4)],
    labels: readLabels(bytes, int(wordAt.labelCount), warnings),
    fileBytes: fileBytes ?? headerBytes + extendedBytes + dataBytes(mode, columns, rows, sections),
    dataOffset: headerBytes + extendedBytes,
    warnings,
  };
  const fitted = fileBytes === undefined ? header : fitToFile(header, warnings);
  warnings.push(...oddities(fitted));
  return fitted;
}

type Fail = (field: string, offset: number, detail: ErrorDetail) => never;

function checkMapWord(head: DataView, permissive: boolean, warnings: string[], fail: Fail): void {
  const word = [0, 1, 2, 3].map((i) => String.fromCharCode(head.getUint8(wordAt.map + i))).join("");
  if (word === "MAP ") return;
  if (word === "MAP\0") {
    warnings.push("MAP ends in a zero byte instead of a space");
    return;
  }
  if (permissive) {
    warnings.push("the word MAP is missing: read as MRC because it was asked for");
    return;
  }
  const text = [...Array(64).keys()].every((i) => isTextByte(head.getUint8(i)));
  fail("MAP", wordAt.map, {
    got: word,
    wanted: '"MAP "',
    hint: text
      ? "this looks like a text file"
      : "if it is an MRC file by a program that leaves the word out, pass { permissive: true }",
  });
}

function isTextByte(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;
}

function readAxes(axes: Triple, warnings: string[], fail: Fail): Triple {
  if (axes.every((axis) => axis === 0)) {
    warnings.push("MAPC, MAPR, MAPS are 0: read as 1, 2, 3");
    return [1, 2, 3];
  }
  if ([...axes].sort().join() !== "1,2,3") {
    fail("MAPC, MAPR, MAPS", wordAt.axes, { got: axes, wanted: "1, 2 and 3 in some order" });
  }
  return axes;
}

function readLabels(bytes: Uint8Array, count: number, warnings: string[]): string[] {
  if (count < 0 || count > maxLabels)
    warnings.push(`NLABL is ${count}, beyond 0 to ${maxLabels}: all labels are read`);
  const used = count < 0 || count > maxLabels ? maxLabels : count;
  return Array.from({ length: used }, (_, i) => latin(bytes, wordAt.labels + labelBytes * i, labelBytes))
    .filter((label) => label !== "")
    .map(printable);
}

/** Text of a fixed field, one character for each byte, up to the padding. */
function latin(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length)).replace(/[\0 ]+$/, "");
}
