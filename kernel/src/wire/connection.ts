import { chmodSync, readFileSync, statSync } from "node:fs";

/** The five sockets of a kernel. */
export const channels = ["shell", "control", "stdin", "iopub", "hb"] as const;
export type Channel = (typeof channels)[number];

/** Keys of an encrypted transport, each of 40 characters in Z85. They are the kernel's; its clients make their own. */
export interface CurveKeys {
  readonly publicKey: string;
  readonly secretKey: string;
}

/** What a connection file says. */
export interface Connection {
  readonly transport: "tcp" | "ipc";
  readonly ip: string;
  /** What messages are signed with; empty where they are not, which must be allowed. */
  readonly key: string;
  readonly ports: Readonly<Record<Channel, number>>;
  /** Only where the client asks for encryption. */
  readonly curve?: CurveKeys;
}

export interface ConnectionOptions {
  /** Takes a connection without a key, on which anyone may send code. Default: false. */
  readonly allowUnsigned?: boolean;
}

/**
 * Reads and checks a connection file. A file that others may read is closed to them, and `warn` is told.
 * @throws Error that names the field, what was got and what was wanted
 */
export function readConnection(
  file: string,
  warn: (sentence: string) => void,
  options: ConnectionOptions = {},
): Connection {
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) {
    chmodSync(file, 0o600);
    warn(`connection file: it was readable by others; its mode is now 600`);
  }
  return parseConnection(readFileSync(file, "utf8"), options);
}

/** What is to be said of a connection that others can reach, where nothing is encrypted. */
export function exposure({ transport, ip, curve }: Connection): string | undefined {
  if (transport !== "tcp" || curve !== undefined || isLoopback(ip)) return undefined;
  return `listens on ${ip} without encryption: others on the network can read what is sent`;
}

/**
 * Checks the text of a connection file.
 * @throws Error that names the field, what was got and what was wanted
 */
export function parseConnection(json: string, { allowUnsigned = false }: ConnectionOptions = {}): Connection {
  const given = parsed(json);
  const transport = given["transport"] ?? "tcp";
  if (transport !== "tcp" && transport !== "ipc") throw refused("transport", transport, "tcp or ipc");
  const { ip, key } = given;
  if (typeof ip !== "string" || ip === "") throw refused("ip", ip, "an address to listen on");
  if (typeof key !== "string" || (key === "" && !allowUnsigned))
    throw refused("key", key, "a key: unsigned messages are not taken");
  const scheme = given["signature_scheme"] ?? "hmac-sha256";
  if (scheme !== "hmac-sha256") throw refused("signature_scheme", scheme, "hmac-sha256");
  const ports = Object.fromEntries(channels.map((channel) => [channel, port(given, `${channel}_port`)]));
  const curve = curveKeys(given);
  return {
    transport,
    ip,
    key,
    ports: ports as Connection["ports"],
    ...(curve !== undefined && { curve }),
  };
}

/** Where a socket listens: `tcp://127.0.0.1:5555`, or `ipc:///run/kernel-1`. */
export function endpoint({ transport, ip, ports }: Connection, channel: Channel): string {
  return transport === "ipc" ? `ipc://${ip}-${ports[channel]}` : `tcp://${ip}:${ports[channel]}`;
}

function parsed(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (cause) {
    throw new Error("connection file: got text that is not JSON, wanted an object", { cause });
  }
  throw new Error("connection file: wanted a JSON object");
}

function port(given: Readonly<Record<string, unknown>>, field: string): number {
  const value = given[field];
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1 || value > 65535)
    throw refused(field, value, "a port from 1 to 65535");
  return value;
}

function curveKeys(given: Readonly<Record<string, unknown>>): CurveKeys | undefined {
  const fields = ["curve_publickey", "curve_secretkey"] as const;
  if (fields.every((field) => (given[field] ?? null) === null)) return undefined;
  const [publicKey, secretKey] = fields.map((field) => curveKey(given, field));
  return { publicKey: publicKey!, secretKey: secretKey! };
}

/** A key is no one's to see, also where it is wrong. */
function curveKey(given: Readonly<Record<string, unknown>>, field: string): string {
  const value = given[field];
  if (typeof value === "string" && /^[\x21-\x7e]{40}$/.test(value)) return value;
  throw new Error(`connection file: ${field}: wanted 40 characters in Z85`);
}

function isLoopback(ip: string): boolean {
  return ip === "localhost" || ip === "::1" || ip.startsWith("127.");
}

function refused(field: string, got: unknown, wanted: string): Error {
  const shown = field === "key" ? "nothing" : JSON.stringify(got);
  return new Error(`connection file: ${field}: got ${shown ?? "nothing"}, wanted ${wanted}`);
}
