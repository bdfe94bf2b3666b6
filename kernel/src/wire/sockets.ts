import { capability, Router, XPublisher } from "zeromq";
import { channels, endpoint, type Channel, type Connection, type CurveKeys } from "./connection.js";
import { decode, encode, type Received, type Sendable } from "./frames.js";
import { ReplayMemory } from "./replay.js";
import { SendQueue } from "./send-queue.js";
import { createSigner } from "./sign.js";

/** Channels on which requests come in. */
export type RequestChannel = "shell" | "control" | "stdin";

/** What the owner of the sockets does with what comes in. */
export interface Receivers {
  message(channel: RequestChannel, message: Received): void;
  /** A front end has subscribed to the output channel under `topic`. */
  subscribed(topic: Uint8Array): void;
  /** A message was dropped, or could not be sent. */
  warn(sentence: string): void;
}

/** The bound sockets. */
export interface Sockets {
  send(channel: RequestChannel, message: Sendable, identities: readonly Uint8Array[]): void;
  /** Sends to everyone who listens; `topic` where only its subscribers are meant. */
  publish(message: Sendable, topic?: Uint8Array): void;
  /** Starts to read. Before this, messages wait in the sockets. */
  listen(receivers: Receivers): void;
  /** Sends what is queued and closes. */
  close(): Promise<void>;
}

/** How long the last messages may take after closing, in milliseconds. */
const lingerMs = 500;
/** A heartbeat is a few bytes; who sends more than this, in bytes, is cut off. */
const mostHeartbeat = 65_536;

/**
 * Binds the five sockets where the connection says, and nowhere else, encrypted where it has keys.
 * @throws Error with the address where one can't listen
 */
export async function openSockets(connection: Connection): Promise<Sockets> {
  const signer = createSigner(connection.key);
  const replays = new ReplayMemory();
  const iopub = new XPublisher();
  const routers = { shell: new Router(), control: new Router(), stdin: new Router(), hb: new Router() };
  const all = { ...routers, iopub };
  let warn = (_sentence: string): void => {};
  for (const socket of Object.values(all)) {
    socket.linger = lingerMs;
    socket.sendHighWaterMark = 0;
    socket.receiveHighWaterMark = 0;
    if (connection.curve !== undefined) encrypt(socket, connection.curve);
  }
  routers.hb.maxMessageSize = mostHeartbeat;
  const close = (): void => Object.values(all).forEach((socket) => socket.close());
  const bound = await Promise.allSettled(
    channels.map((channel) => bind(all[channel], endpoint(connection, channel))),
  );
  const refused = bound.find((result) => result.status === "rejected");
  if (refused !== undefined) {
    close();
    throw refused.reason as Error;
  }
  const queue = (channel: Channel): SendQueue =>
    new SendQueue(all[channel], (error) => warn(`${channel}: not sent: ${String(error)}`));
  const queues = {
    shell: queue("shell"),
    control: queue("control"),
    stdin: queue("stdin"),
    iopub: queue("iopub"),
  };

  const read = async (channel: RequestChannel, receivers: Receivers): Promise<void> => {
    for await (const frames of routers[channel]) {
      try {
        receivers.message(channel, decode(frames, signer, replays));
      } catch (error) {
        receivers.warn(`${channel}: message dropped: ${(error as Error).message}`);
      }
    }
  };
  const beat = async (): Promise<void> => {
    for await (const frames of routers.hb) await routers.hb.send(frames);
  };
  const welcome = async (receivers: Receivers): Promise<void> => {
    for await (const [frame] of iopub) if (frame?.[0] === 1) receivers.subscribed(frame.subarray(1));
  };

  return {
    send: (channel, message, identities) => queues[channel].send(encode(message, identities, signer)),
    publish: (message, topic) =>
      queues.iopub.send(encode(message, topic === undefined ? [] : [topic], signer)),
    listen(receivers) {
      warn = receivers.warn;
      const loops = [
        read("shell", receivers),
        read("control", receivers),
        read("stdin", receivers),
        beat(),
        welcome(receivers),
      ];
      for (const loop of loops) loop.catch((error: unknown) => receivers.warn(`socket: ${String(error)}`));
    },
    async close() {
      warn = () => {};
      await Promise.all(Object.values(queues).map((one) => one.drained()));
      close();
    },
  };
}

/** From here on only clients that know the public key get through, and nobody can listen in. */
function encrypt(socket: Router | XPublisher, { publicKey, secretKey }: CurveKeys): void {
  if (!capability.curve)
    throw new Error("the connection file asks for encryption, which this build of ZeroMQ lacks");
  socket.curveServer = true;
  socket.curvePublicKey = publicKey;
  socket.curveSecretKey = secretKey;
}

async function bind(socket: Router | XPublisher, address: string): Promise<void> {
  try {
    await socket.bind(address);
  } catch (cause) {
    throw new Error(`can't listen on ${address}: ${(cause as Error).message}`, { cause });
  }
}
