import { FormatError, printable } from "../../core/index.js";
import type { MrcFile } from "./read.js";
import { headerBytes } from "./header.js";

/** What a record of an FEI1 or FEI2 extended header says of one section; a field is there only if its bit says so. */
export interface FeiMetadata {
  readonly recordBytes: number;
  readonly recordVersion: number;
  readonly microscope?: string;
  readonly microscopeId?: string;
  readonly application?: string;
  readonly applicationVersion?: string;
  readonly voltageKV?: number;
  readonly doseEPerA2?: number;
  readonly alphaTiltDeg?: number;
  readonly betaTiltDeg?: number;
  readonly tiltAxisDeg?: number;
  readonly pixelSizeA?: number;
}

/** Smallest record that holds the fields read here. */
const leastBytes = 172;
const fieldBit = {
  microscope: 1,
  microscopeId: 2,
  application: 3,
  applicationVersion: 4,
  voltage: 5,
  dose: 6,
  alpha: 7,
  beta: 8,
  tiltAxis: 12,
  pixelSize: 14,
} as const;

/**
 * The metadata that FEI and Thermo Fisher software writes for every section, in our units. The records are always
 * little-endian. Layout: Thermo Fisher, "MRC 2014 specifications", extended header versions 1 and 2.
 *
 * @throws FormatError if the extended header is of another kind, or its records don't fit into it
 * @example
 * ```ts
 * import { blobProjection, feiMetadata, isCryoError, readMrc, simulateBlobs, writeImage } from "vitrine";
 * await writeImage("view.mrc", blobProjection(simulateBlobs({ seed: 1 })));
 * try { feiMetadata(await readMrc("view.mrc")); }
 * catch (error) { isCryoError(error, "format"); }   // true: this file has no such header
 * ```
 */
export function feiMetadata({ header, extendedHeader }: MrcFile): FeiMetadata[] {
  const { file, extendedType } = header;
  if (extendedType !== "FEI1" && extendedType !== "FEI2") {
    throw new FormatError({ file, field: "EXTTYP", offset: 104, got: extendedType, wanted: "FEI1 or FEI2" });
  }
  const view = new DataView(extendedHeader.buffer, extendedHeader.byteOffset, extendedHeader.byteLength);
  const out: FeiMetadata[] = [];
  for (let at = 0; out.length < header.sections && at < view.byteLength;) {
    const left = view.byteLength - at;
    const recordBytes = left >= 4 ? view.getInt32(at, true) : 0;
    if (recordBytes < leastBytes || recordBytes > left) {
      throw new FormatError({
        file,
        field: "extended header: record size",
        offset: headerBytes + at,
        got: recordBytes,
        wanted: `${leastBytes} to ${left} bytes`,
      });
    }
    out.push(readRecord(new DataView(view.buffer, view.byteOffset + at, recordBytes)));
    at += recordBytes;
  }
  return out;
}

function readRecord(record: DataView): FeiMetadata {
  const valid = record.getUint32(8, true);
  const has = (bit: number) => (valid & (1 << bit)) !== 0;
  const number = (bit: number, at: number, scale: number) =>
    has(bit) ? record.getFloat64(at, true) * scale : undefined;
  const text = (bit: number, at: number) => (has(bit) ? fixedText(record, at, 16) : undefined);
  const fields = {
    microscope: text(fieldBit.microscope, 20),
    microscopeId: text(fieldBit.microscopeId, 36),
    application: text(fieldBit.application, 52),
    applicationVersion: text(fieldBit.applicationVersion, 68),
    voltageKV: number(fieldBit.voltage, 84, 1e-3),
    doseEPerA2: number(fieldBit.dose, 92, 1e-20),
    alphaTiltDeg: number(fieldBit.alpha, 100, 1),
    betaTiltDeg: number(fieldBit.beta, 108, 1),
    tiltAxisDeg: number(fieldBit.tiltAxis, 140, 1),
    pixelSizeA: number(fieldBit.pixelSize, 156, 1e10),
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    recordBytes: record.byteLength,
    recordVersion: record.getInt32(4, true),
    ...(Object.fromEntries(present) as Omit<FeiMetadata, "recordBytes" | "recordVersion">),
  };
}

function fixedText(record: DataView, at: number, length: number): string {
  const bytes = new Uint8Array(record.buffer, record.byteOffset + at, length);
  return printable(String.fromCharCode(...bytes).replace(/\0.*$/s, ""));
}
