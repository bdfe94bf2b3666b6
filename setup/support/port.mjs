import net from "node:net";
import { SetupError } from "./say.mjs";

/** Jupyter's usual port, and how many after it are tried. */
const usual = 8888;
const tries = 50;

/**
 * The port that was asked for, or the first free one from Jupyter's usual one on.
 * @param {string | undefined} asked
 * @throws SetupError when the port is not one, or not free
 */
export async function freePort(asked) {
  if (asked !== undefined) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new SetupError(`"${asked}" is not a port: give a number from 1 to 65535.`);
    if (await isFree(port)) return port;
    throw new SetupError(`Port ${port} is taken or not allowed: leave --port out, or give another one.`);
  }
  for (let port = usual; port < usual + tries; port++) if (await isFree(port)) return port;
  throw new SetupError(`Ports ${usual} to ${usual + tries - 1} are taken: give a free one with --port N.`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1" }, () => probe.close(() => resolve(true)));
  });
}
