import { chmodSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { endpoint, parseConnection, exposure, readConnection } from "../../../kernel/src/wire/connection.js";
import { temporaryFolder } from "../../support/temporary.js";

const good = {
  transport: "tcp",
  ip: "127.0.0.1",
  key: "secret",
  signature_scheme: "hmac-sha256",
  shell_port: 5001,
  control_port: 5002,
  stdin_port: 5003,
  iopub_port: 5004,
  hb_port: 5005,
};
const text = (changes: object): string => JSON.stringify({ ...good, ...changes });

test("a good file is read as it is", () => {
  expect(parseConnection(text({}))).toEqual({
    transport: "tcp",
    ip: "127.0.0.1",
    key: "secret",
    ports: { shell: 5001, control: 5002, stdin: 5003, iopub: 5004, hb: 5005 },
  });
});

test("the address is a port of the ip, or a file beside it", () => {
  expect(endpoint(parseConnection(text({})), "iopub")).toBe("tcp://127.0.0.1:5004");
  const local = parseConnection(text({ transport: "ipc", ip: "/run/k" }));
  expect(endpoint(local, "shell")).toBe("ipc:///run/k-5001");
});

test.each([
  [{ key: "" }, "key: got nothing"],
  [{ key: 5 }, "key: got nothing"],
  [{ ip: "" }, 'ip: got ""'],
  [{ ip: undefined }, "ip: got nothing"],
  [{ transport: "udp" }, 'transport: got "udp", wanted tcp or ipc'],
  [{ signature_scheme: "hmac-md5" }, "signature_scheme"],
  [{ shell_port: 0 }, "shell_port: got 0"],
  [{ hb_port: 65536 }, "hb_port: got 65536"],
  [{ stdin_port: "5003" }, 'stdin_port: got "5003"'],
  [{ iopub_port: 1.5 }, "iopub_port: got 1.5"],
  [{ curve_publickey: "k".repeat(40) }, "curve_secretkey: wanted 40 characters"],
  [{ curve_publickey: "k".repeat(39), curve_secretkey: "s".repeat(40) }, "curve_publickey: wanted 40"],
  [{ curve_publickey: 3, curve_secretkey: "s".repeat(40) }, "curve_publickey: wanted 40 characters"],
])("%j is refused by name", (change, sentence) => {
  expect(() => parseConnection(text(change))).toThrow(sentence);
});

test.each(["", "not json", "[]", "null", "3"])("%j is no connection file", (json) => {
  expect(() => parseConnection(json)).toThrow(/^connection file: /);
});

test("a key is never said", () => {
  expect(() => parseConnection(text({ key: "hush", ip: 3 }))).not.toThrow("hush");
});

test("a file that others may read is closed to them, and that is said", () => {
  const file = join(temporaryFolder(), "connection.json");
  writeFileSync(file, text({}));
  chmodSync(file, 0o644);
  const said: string[] = [];
  expect(readConnection(file, (sentence) => said.push(sentence)).key).toBe("secret");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(said).toHaveLength(1);
  readConnection(file, (sentence) => said.push(sentence));
  expect(said).toHaveLength(1);
});

test("keys for encryption are taken as a pair, and a wrong one is not shown", () => {
  const [publicKey, secretKey] = ["p".repeat(40), "s".repeat(40)];
  const keys = { curve_publickey: publicKey, curve_secretkey: secretKey };
  expect(parseConnection(text(keys)).curve).toEqual({ publicKey, secretKey });
  expect(parseConnection(text({ curve_publickey: null, curve_secretkey: null })).curve).toBeUndefined();
  expect(() => parseConnection(text({ ...keys, curve_secretkey: "hidden" }))).toThrow(/^(?!.*hidden)/);
});

test("a connection without a key is taken only where that was allowed", () => {
  expect(parseConnection(text({ key: "" }), { allowUnsigned: true }).key).toBe("");
  expect(() => parseConnection(text({ key: 5 }), { allowUnsigned: true })).toThrow("key");
});

test.each([
  [{ ip: "0.0.0.0" }, 1],
  [{ ip: "192.168.1.5" }, 1],
  [{ ip: "0.0.0.0", curve_publickey: "p".repeat(40), curve_secretkey: "s".repeat(40) }, 0],
  [{ ip: "127.0.0.1" }, 0],
  [{ ip: "localhost" }, 0],
  [{ transport: "ipc", ip: "/run/k" }, 0],
])("%j: %i warnings of being open to the network", (change, count) => {
  const sentence = exposure(parseConnection(text(change)));
  expect(sentence?.match(/without encryption/g) ?? []).toHaveLength(count);
});
