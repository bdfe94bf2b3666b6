import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ip = "127.0.0.1";

/** Where a kernel is told to listen. */
export interface BenchConnection {
  /** The connection file. */
  readonly file: string;
  readonly key: string;
  readonly shell: string;
  readonly iopub: string;
  /** Whether something listens on all of its ports. */
  isOpen(): Promise<boolean>;
  /** Takes the file away. */
  remove(): void;
}

/** Five ports that nobody uses, in a connection file of their own. */
export async function prepareConnection(): Promise<BenchConnection> {
  const free = await freePorts(5);
  const [shell_port, control_port, stdin_port, iopub_port, hb_port] = free;
  const key = randomUUID();
  const folder = mkdtempSync(join(tmpdir(), "vitrine-bench-"));
  const file = join(folder, "connection.json");
  const ports = { shell_port, control_port, stdin_port, iopub_port, hb_port };
  const given = { transport: "tcp", ip, key, signature_scheme: "hmac-sha256", ...ports };
  writeFileSync(file, JSON.stringify(given), { mode: 0o600 });
  return {
    file,
    key,
    shell: `tcp://${ip}:${shell_port}`,
    iopub: `tcp://${ip}:${iopub_port}`,
    isOpen: async () => (await Promise.all(free.map(isListening))).every(Boolean),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, ip);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, ip));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
