import { chmodSync, readFileSync, statSync } from "node:fs";

/** The five sockets of a kernel. */
export const channels = ["shell", "control", "stdin", "iopub", "hb"] as const;
export type Channel = (typeof channels)[number];

/** What a connection file says. */
export interface Connection {
  readonly transport: "tcp" | "ipc";
  readonly ip: string;
  readonly key: string;
  readonly ports: Readonly<Record<Channel, number>>;
}

/**
 * Reads and checks a connection file. A file that others may read is closed to them, and `warn` is told.
 * @throws Error that names the field, what was got and what was wanted
 */
export function readConnection(file: string, warn: (sentence: string) => void): Connection {
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) {
    chmodSync(file, 0o600);
    warn(`connection file: it was readable by others; its mode is now 600`);
  }
  return parseConnection(readFileSync(file, "utf8"));
}

/**
 * Checks the text of a connection file.
 * @throws Error that names the field, what was got and what was wanted
 */
export function parseConnection(json: string): Connection {
  const given = parsed(json);
  const transport = given["transport"] ?? "tcp";
  if (transport !== "tcp" && transport !== "ipc") throw refused("transport", transport, "tcp or ipc");
  const { ip, key } = given;
  if (typeof ip !== "string" || ip === "") throw refused("ip", ip, "an address to listen on");
  if (typeof key !== "string" || key === "")
    throw refused("key", key, "a key: unsigned messages are not taken");
  const scheme = given["signature_scheme"] ?? "hmac-sha256";
  if (scheme !== "hmac-sha256") throw refused("signature_scheme", scheme, "hmac-sha256");
  const ports = Object.fromEntries(channels.map((channel) => [channel, port(given, `${channel}_port`)]));
  return { transport, ip, key, ports: ports as Connection["ports"] };
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

function refused(field: string, got: unknown, wanted: string): Error {
  const shown = field === "key" ? "nothing" : JSON.stringify(got);
  return new Error(`connection file: ${field}: got ${shown ?? "nothing"}, wanted ${wanted}`);
}
