import { FormatError } from "../../core/index.js";
import type { Source } from "../source.js";
import { ByteCursor } from "./byte-cursor.js";
import { readValue } from "./read-value.js";
import type { DmGroup, DmTag } from "./tags.js";
import { valueLayout } from "./value-layout.js";

/** All that stands in a file beside the data of its images. */
export interface DmTags {
  /** 3 and 4 differ in the width of counts. */
  readonly version: 3 | 4;
  /** Of the values; the tree itself has its highest bytes first. */
  readonly littleEndian: boolean;
  readonly root: DmGroup;
}

const [groupTag, dataTag] = [20, 21] as const;
/** Bytes of the smallest tag: its kind, an empty label, and a group or value that takes more. */
const leastTagBytes = 3;
/** Real files have some hundreds of tags, a few tens of thousands with many annotations. */
const mostTags = 100_000;
const deepest = 64;
const mostCodes = 4096;

/** Whether the first bytes are those of a DM3 or DM4 file: a version, and an order of bytes where that version has it. */
export function isDm(head: Uint8Array): boolean {
  if (head.length < 24) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const version = view.getUint32(0);
  if (version !== 3 && version !== 4) return false;
  const order = version === 3 ? 8 : 12;
  return view.getUint32(order) <= 1 && view.getUint8(order + 4) <= 1 && view.getUint8(order + 5) <= 1;
}

/** Reads the tags of a DM3 or DM4 file. @throws FormatError if it is none, or damaged */
export async function readDmTags(source: Source): Promise<DmTags> {
  const file = source.name;
  const head = await source.read(0, 24);
  if (!isDm(head)) {
    throw new FormatError({
      file,
      field: "header",
      offset: 0,
      got: "other bytes",
      wanted: "version 3 or 4 of Digital Micrograph",
    });
  }
  const version = head[3] === 3 ? 3 : 4;
  const littleEndian = head[version === 3 ? 11 : 15] === 1;
  const cursor = new ByteCursor(source);
  cursor.at = version === 3 ? 12 : 16;
  return { version, littleEndian, root: await new TagReader(cursor, version, littleEndian).group(0) };
}

class TagReader {
  readonly #cursor: ByteCursor;
  readonly #version: 3 | 4;
  readonly #littleEndian: boolean;
  #tagsSoFar = 0;

  constructor(cursor: ByteCursor, version: 3 | 4, littleEndian: boolean) {
    this.#cursor = cursor;
    this.#version = version;
    this.#littleEndian = littleEndian;
  }

  async group(depth: number): Promise<DmGroup> {
    if (depth > deepest) throw this.#error("depth of groups", "more", `at most ${deepest}`);
    await this.#cursor.take(2, "flags of a group");
    const count = await this.#count("number of tags", Math.floor(this.#cursor.left / leastTagBytes));
    this.#tagsSoFar += count;
    if (this.#tagsSoFar > mostTags)
      throw this.#error("number of tags", this.#tagsSoFar, `at most ${mostTags}`);
    const tags: DmTag[] = [];
    for (let i = 0; i < count; i++) tags.push(await this.#tag(depth));
    return { kind: "group", tags };
  }

  async #tag(depth: number): Promise<DmTag> {
    const head = await this.#cursor.take(3, "tag");
    const kind = head.getUint8(0);
    if (kind !== groupTag && kind !== dataTag) {
      throw this.#error("kind of a tag", kind, `${groupTag}, a group, or ${dataTag}, a value`);
    }
    const label = latin1.decode(await this.#cursor.take(head.getUint16(1), "label"));
    if (this.#version === 4) await this.#count("length of a tag", this.#cursor.left);
    return { label, value: kind === groupTag ? await this.group(depth + 1) : await this.#value(label) };
  }

  async #value(label: string): Promise<DmTag["value"]> {
    const mark = await this.#cursor.take(4, "mark of a value");
    if (mark.getUint32(0) !== 0x25252525) throw this.#error(`${label}: mark`, mark.getUint32(0), "%%%%");
    const length = await this.#count(`${label}: number of codes`, mostCodes);
    const codes: number[] = [];
    for (let i = 0; i < length; i++) codes.push(await this.#signed(label));
    const layout = valueLayout(codes);
    if (layout === undefined) {
      throw this.#error(`${label}: codes`, codes.slice(0, 16), "a number, text, a record or an array");
    }
    if (!(layout.bytes <= this.#cursor.left)) {
      throw this.#error(
        `${label}: data`,
        `${this.#cursor.left} bytes`,
        `${layout.bytes}; the file is cut off, or its tags are damaged`,
      );
    }
    return readValue(this.#cursor, layout, { label, littleEndian: this.#littleEndian });
  }

  /** A number of the tree: of 4 bytes in version 3, of 8 in version 4. */
  async #signed(field: string): Promise<number> {
    if (this.#version === 3) return (await this.#cursor.take(4, field)).getInt32(0);
    return Number((await this.#cursor.take(8, field)).getBigInt64(0));
  }

  async #count(field: string, most: number): Promise<number> {
    const count = await this.#signed(field);
    if (count >= 0 && count <= most) return count;
    throw this.#error(field, count, `0 to ${most}`);
  }

  #error(field: string, got: unknown, wanted: string): FormatError {
    return new FormatError({ file: this.#cursor.source.name, field, offset: this.#cursor.at, got, wanted });
  }
}

const latin1 = new TextDecoder("latin1");
