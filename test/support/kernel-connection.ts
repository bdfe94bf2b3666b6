import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { curveKeyPair } from "zeromq";

/** Fields of a connection file of which there is more than one kind. */
export interface ConnectionFields {
  readonly key?: string;
  readonly curve_publickey?: string;
  readonly curve_secretkey?: string;
}

/** What a client's socket needs, to speak in cipher to the kernel whose public key this is. */
export function encryption(serverKey: string | undefined): object {
  if (serverKey === undefined) return {};
  const { publicKey, secretKey } = curveKeyPair();
  return { curveServerKey: serverKey, curvePublicKey: publicKey, curveSecretKey: secretKey };
}

/** Ports of this machine on which nobody listens. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
