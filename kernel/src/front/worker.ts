import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { Session } from "node:inspector";
import { workerData, type MessagePort } from "node:worker_threads";
import type { FrontData, FromSession, Ports } from "../messages/index.js";
import { openSockets, readConnection } from "../wire/index.js";
import { createAnswers } from "./answers.js";
import { Audience } from "./audience.js";
import { Cells, loadCompile } from "./cells.js";
import { Door } from "./door.js";
import { Executor } from "./executor.js";
import { History } from "./history.js";
import { InputDesk } from "./input-desk.js";
import { Interrupter } from "./interrupter.js";
import { kernelInfo } from "./kernel-info.js";
import { watchMemory } from "./memory-guard.js";
import { watchParent } from "./parent-watch.js";
import { descendants, sleeps } from "./process-tree.js";
import { Publisher } from "./publisher.js";
import { createRuntimeScope, type Post } from "./runtime-scope.js";
import { SessionPort } from "./session-port.js";
import { withinTime } from "./within-time.js";

/** Time for the exit handlers of cells, in milliseconds. */
const farewellMs = 500;
/** Time for the last messages to leave, in milliseconds. */
const lingerMs = 50;

const { connectionFile, inputFlag, inputPort, folder, ...given } = workerData as FrontData;
const line = given.line as MessagePort;
const warn = (sentence: string): void => void writeSync(2, `vitrine-kernel: ${sentence}\n`);

const connection = readConnection(connectionFile, warn);
const sockets = await openSockets(connection);
line.postMessage({ listening: true });

const inspector = new Session();
inspector.connectToMainThread();
const post: Post = (method, params) =>
  new Promise((resolve, reject) =>
    inspector.post(method, params, (error, answer) => (error === null ? resolve(answer) : reject(error))),
  );

const id = randomUUID();
const history = new History();
const publisher = new Publisher(id, (message) => sockets.publish(message));
const session = new SessionPort(
  (ask, message) => line.postMessage({ id: ask, message }),
  (tale) => void door.told(tale).catch((error: unknown) => warn(`output lost: ${String(error)}`)),
);
line.on("message", (message: FromSession | string) => session.receive(message));

const interrupter = new Interrupter(session, {
  terminate: () => inspector.post("Runtime.terminateExecution"),
  endChildren(firmly) {
    if (sleeps(process.pid))
      for (const pid of descendants(process.pid)) end(pid, firmly ? "SIGKILL" : "SIGTERM");
  },
  wakeInput: () => desk.interrupt(),
});

const compile = new Promise<void>((resolve) => setImmediate(resolve)).then(() => loadCompile(folder));
const cells = new Cells(compile);
const door: Door = new Door({
  id,
  answers: createAnswers({
    session,
    cells,
    scope: createRuntimeScope(post),
    history,
    interrupter,
    info: kernelInfo(),
    ports: Object.fromEntries(
      Object.entries(connection.ports).map(([channel, port]) => [`${channel}_port`, port]),
    ) as unknown as Ports,
  }),
  executor: new Executor({ session, publisher, history, cells }),
  publisher,
  audience: new Audience(),
  session,
  cells,
  desk: () => desk,
  reply: (channel, message, identities) => sockets.send(channel, message, identities),
  shutdown: () => void shutdown(),
  warn,
});
const desk = new InputDesk({
  flag: new Int32Array(inputFlag),
  port: inputPort as MessagePort,
  running: () => door.queue.running(),
  ask: (request, content) => door.ask(request, content),
});

sockets.listen({
  message: (channel, received) =>
    void door.receive(channel, received).catch((error: unknown) => warn(`${channel}: ${String(error)}`)),
  subscribed: (topic) => sockets.publish(door.welcome(topic), topic),
  warn,
});
publisher.publish("status", { execution_state: "starting" }, undefined);
watchParent(process.env, () => process.kill(process.pid, "SIGKILL"));
watchMemory({
  post,
  stop() {
    inspector.post("Runtime.terminateExecution");
    void interrupter.interrupt();
  },
  running: () => door.queue.running()?.header,
  publisher,
});

/** Says goodbye and ends: the reply gets its time to leave, the cells' exit handlers theirs to run. */
async function shutdown(): Promise<void> {
  await sockets.close();
  await withinTime(session.ask({ ask: "shutdown" }), farewellMs);
  setTimeout(() => process.kill(process.pid, "SIGKILL"), lingerMs);
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    return; // it has ended by itself
  }
}
