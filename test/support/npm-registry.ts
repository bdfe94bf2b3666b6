import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** A registry on this machine with one package, `small`, that can be told not to answer. */
export interface Registry {
  readonly url: string;
  /** Hash of the package, for a lock file. */
  readonly integrity: string;
  /** How many requests came. */
  requests: number;
  answers: boolean;
  /** The version that it has published last. */
  version: string;
  close(): void;
}

export async function startRegistry(): Promise<Registry> {
  const packed = pack("package/package.json", JSON.stringify({ name: "small", version: "1.0.0" }));
  const integrity = `sha512-${createHash("sha512").update(packed).digest("base64")}`;
  const server = createServer((request, response) => {
    registry.requests++;
    if (!registry.answers) return;
    if (request.url?.endsWith(".tgz")) return void response.end(packed);
    const { version } = registry;
    const dist = { tarball: `${registry.url}small/-/small-${version}.tgz`, integrity };
    const versions = { [version]: { name: "small", version, dist } };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ name: "small", "dist-tags": { latest: version }, versions }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const registry: Registry = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    integrity,
    requests: 0,
    answers: true,
    version: "1.0.0",
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return registry;
}

/** A gzipped tar archive of one file. */
function pack(name: string, text: string): Buffer {
  const body = Buffer.from(text);
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write("0000644\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${body.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("        0", 148);
  header.write("ustar\u000000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return gzipSync(Buffer.concat([header, body, Buffer.alloc(512 - (body.length % 512)), Buffer.alloc(1024)]));
}
