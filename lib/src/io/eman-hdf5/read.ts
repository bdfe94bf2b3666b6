import type { Dataset, Entity, File, Group } from "h5wasm";
import { FormatError, requireInteger, startTask } from "../../core/index.js";
import type { TaskOptions } from "../../core/index.js";
import { openSource } from "../open-source.js";
import { allocated } from "../source.js";
import type { SourceInput } from "../source.js";
import { defaultMaxFileBytes, withHdf5 } from "./hdf5-file.js";
import { emanHeader } from "./header.js";
import type { EmanImageHeader } from "./header.js";

/** Images of an HDF5 file of EMAN2's. */
export interface EmanHdf5File {
  readonly kind: "eman-hdf5";
  /** What the user calls it. */
  readonly name: string;
  /** Images in the file. */
  readonly count: number;
  /** `[count, ny, nx]` of the images read, `[count, nz, ny, nx]` of volumes. */
  readonly shape: readonly number[];
  readonly data: Float32Array;
  /** What stands beside each image read. */
  readonly headers: readonly EmanImageHeader[];
}

/** What {@link readEmanHdf5} takes. */
export interface ReadEmanHdf5Options extends TaskOptions {
  /** First image, from 0. Default 0. */
  readonly first?: number;
  /** How many images. Default: all that follow. */
  readonly count?: number;
  /** Largest file that is taken into memory. Default 2 GiB. */
  readonly maxFileBytes?: number;
}

/** Values may take this many times the bytes of the file they are packed in, or 256 MiB where that is more. */
const [maxRatio, leastMaxBytes] = [250, 2 ** 28] as const;

/**
 * Reads images or volumes that EMAN2 keeps in HDF5, in single precision, with their pixel sizes and CTFs; only those that are asked
 * for are unpacked, though the file is taken into memory whole.
 *
 * @throws FileError if the file can't be opened
 * @throws FormatError if it is none of EMAN2's, damaged, its images differ in size, or values lie in another file
 * @throws ValueError if the images are not in the file
 */
export async function readEmanHdf5(
  input: SourceInput,
  options: ReadEmanHdf5Options = {},
): Promise<EmanHdf5File> {
  const source = await openSource(input, options);
  try {
    return await withHdf5(source, options.maxFileBytes ?? defaultMaxFileBytes, (file) =>
      readImages(source.name, source.size, file, options),
    );
  } finally {
    await source.close();
  }
}

async function readImages(
  name: string,
  fileBytes: number,
  file: File,
  options: ReadEmanHdf5Options,
): Promise<EmanHdf5File> {
  const task = startTask(options);
  const images = requireEntity<Group>(name, file.get("MDF/images"), "Group", "MDF/images");
  const numbers = images
    .keys()
    .filter((key) => /^\d+$/.test(key))
    .map(Number)
    .sort((a, b) => a - b);
  if (numbers.length === 0) {
    throw new FormatError({ file: name, field: "MDF/images", got: "no images", wanted: "at least one" });
  }
  const first = requireInteger("first", options.first ?? 0, 0, numbers.length - 1);
  const count = requireInteger("count", options.count ?? numbers.length - first, 1, numbers.length - first);
  const headers: EmanImageHeader[] = [];
  let data = new Float32Array(0);
  for (const [i, number] of numbers.slice(first, first + count).entries()) {
    const group = requireEntity<Group>(name, images.get(String(number)), "Group", `MDF/images/${number}`);
    const dataset = requireEntity<Dataset>(name, group.get("image"), "Dataset", `MDF/images/${number}/image`);
    const header = emanHeader(name, group, dataset);
    const { shape } = headers[0] ?? header;
    const length = shape.reduce((product, side) => product * side, 1);
    if (header.shape.join() !== shape.join()) {
      throw new FormatError({
        file: name,
        field: `size of image ${number}`,
        got: `[${header.shape.join(", ")}]`,
        wanted: `[${shape.join(", ")}], as the first`,
        hint: "read them one by one: { first, count: 1 }",
      });
    }
    if (i === 0) {
      requireBelievable(name, 4 * count * length, fileBytes);
      data = allocated(name, 4 * count * length, () => new Float32Array(count * length));
    }
    valuesInto(data.subarray(i * length, (i + 1) * length), name, dataset, header);
    headers.push(header);
    task.report({ stage: "read", done: i + 1, total: count });
    await task.breathe();
  }
  return {
    kind: "eman-hdf5",
    name,
    count: numbers.length,
    shape: [count, ...headers[0]!.shape],
    data,
    headers,
  };
}

/** A group or data set that lies in the file itself; links to other files are not followed. */
function requireEntity<T extends Group | Dataset>(
  file: string,
  entity: Entity | null,
  type: "Group" | "Dataset",
  path: string,
): T {
  const found = entity as Partial<Pick<Dataset, "type" | "metadata">> | null;
  const isElsewhere = (found?.metadata?.virtual_sources?.length ?? 0) > 0;
  if (found !== null && String(found.type) === type && !isElsewhere) return entity as T;
  throw new FormatError({
    file,
    field: path,
    got: isElsewhere ? "values of other files" : String(found?.type ?? "nothing"),
    wanted: `a ${type === "Group" ? "group" : "data set"} in the file`,
  });
}

function requireBelievable(file: string, bytes: number, fileBytes: number): void {
  const most = Math.max(leastMaxBytes, maxRatio * fileBytes);
  if (bytes <= most) return;
  throw new FormatError({
    file,
    field: "size of the values",
    got: `${bytes} bytes in a file of ${fileBytes}`,
    wanted: `at most ${most}`,
    hint: "read fewer images: { first, count }",
  });
}

function valuesInto(out: Float32Array, file: string, dataset: Dataset, { stored }: EmanImageHeader): void {
  const { value } = dataset;
  const isNumbers =
    ArrayBuffer.isView(value) && !(value instanceof BigInt64Array) && !(value instanceof BigUint64Array);
  if (!isNumbers || value.length !== out.length) {
    throw new FormatError({
      file,
      field: dataset.path,
      got: isNumbers ? `${value.length} values` : "other values",
      wanted: `${out.length} numbers of at most 32 bits, or in single or double precision`,
    });
  }
  out.set(value);
  if (stored === undefined) return;
  const step = (stored.high - stored.low) / (2 ** stored.bits - 1);
  for (let i = 0; i < out.length; i++) out[i] = value[i]! * step + stored.low;
}
