import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { Dealer, curveKeyPair } from "zeromq";
import { expect, onTestFinished, test } from "vitest";
import { buildMessage } from "../../kernel/src/messages/index.js";
import { createSigner, encode } from "../../kernel/src/wire/index.js";
import { KernelClient, type ClientOptions } from "../support/kernel-client.js";
import { encryption } from "../support/kernel-connection.js";
import { runJupyter } from "../support/jupyter.js";
import { temporaryFolder } from "../support/temporary.js";

const folder = temporaryFolder();
/** An answer takes a few milliseconds: this long, in milliseconds, is waited for one that must not come. */
const briefMs = 1500;
/** And this long for one that must. */
const longMs = 20_000;

/** Runs a cell through jupyter_client, which refuses kernels whose spec does not promise encryption. */
const insisting = `
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="vitrine", transport_encryption="required")
shown = []
client.execute_interactive("6 * 7", output_hook=shown.append)
values = [m["content"]["data"]["text/plain"] for m in shown if m["msg_type"] == "execute_result"]
secret = client.shell_channel.socket.mechanism
client.stop_channels()
manager.shutdown_kernel(now=True)
print(*values, "encrypted" if secret == 2 else "in the open")
`;

async function started(options: ClientOptions = {}): Promise<KernelClient> {
  const kernel = await KernelClient.start(options);
  onTestFinished(() => kernel.stop());
  return kernel;
}

function secured(): { readonly curve_publickey: string; readonly curve_secretkey: string } {
  const { publicKey, secretKey } = curveKeyPair();
  return { curve_publickey: publicKey, curve_secretkey: secretKey };
}

/** Sends a well signed kernel_info_request over a socket of its own; says whether an answer comes. */
async function isAnswered(kernel: KernelClient, options: object, waitMs: number): Promise<boolean> {
  const socket = new Dealer({ linger: 0, receiveTimeout: waitMs, sendTimeout: waitMs, ...options });
  onTestFinished(() => socket.close());
  socket.connect(kernel.addresses.shell);
  const message = buildMessage("kernel_info_request", {}, { session: "other", parent: undefined });
  kernel.judge.asked("shell", message.header);
  try {
    await socket.send(encode(message, [], createSigner(kernel.key)));
    await socket.receive();
    return true;
  } catch {
    return false;
  }
}

test.each(["tcp", "ipc"] as const)(
  "a client that asks for it speaks in cipher, over %s",
  async (transport) => {
    const connection = secured();
    const kernel = await started({ transport, connection });
    expect(await kernel.value("6 * 7")).toBe("42");
    const { reply } = await kernel.request("interrupt_request", {}, { channel: "control" });
    expect(reply.status).toBe("ok");
    expect(await isAnswered(kernel, encryption(connection.curve_publickey), longMs)).toBe(true);
  },
);

test("there a client that speaks plainly, or to another kernel's key, is not heard", async () => {
  const kernel = await started({ connection: secured() });
  expect(await isAnswered(kernel, {}, briefMs)).toBe(false);
  expect(await isAnswered(kernel, encryption(curveKeyPair().publicKey), briefMs)).toBe(false);
  expect(await kernel.value("'alive'")).toBe("'alive'");
});

test("Jupyter's own client, where it insists on encryption, gets it from this kernel", () => {
  const { status, stdout, stderr } = runJupyter(folder, ["-c", insisting]);
  expect(status, stderr).toBe(0);
  expect(stdout).toBe("42 encrypted\n");
});

test("a connection without a key is spoken on only where that was allowed", async () => {
  const kernel = await started({ connection: { key: "" }, env: { VITRINE_ALLOW_UNSIGNED: "yes" } });
  expect(await kernel.value("6 * 7")).toBe("42");
});

test.runIf(process.platform === "linux")("it listens where it was told and nowhere else", async () => {
  const kernel = await started();
  const table = readFileSync("/proc/net/tcp", "latin1") + readFileSync("/proc/net/tcp6", "latin1");
  const links = readdirSync(`/proc/${kernel.process.pid}/fd`).map((fd) => socketOf(kernel.process.pid!, fd));
  const rows = table.split("\n").map((row) => row.trim().split(/\s+/));
  const listening = rows.filter((row) => row[3] === "0A" && links.includes(row[9]));
  expect(listening.map((row) => row[1]!.split(":")[0])).toEqual(Array(5).fill("0100007F"));
});

/** Number of the socket behind a file descriptor, where there is one. */
function socketOf(pid: number, fd: string): string | undefined {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
  } catch {
    return undefined;
  }
}
