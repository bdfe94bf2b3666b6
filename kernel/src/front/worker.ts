import { randomUUID } from "node:crypto";
import { Session } from "node:inspector";
import { workerData, type MessagePort } from "node:worker_threads";
import { strayCall, type FrontData, type FromSession, type Ports } from "../messages/index.js";
import { exposure, openSockets, readConnection } from "../wire/index.js";
import { createAnswers } from "./answers.js";
import { Audience } from "./audience.js";
import { Cells, loadCompile } from "./cells.js";
import { DebugGate } from "./debug/gate.js";
import { CommList } from "./comm-list.js";
import { Door } from "./door.js";
import { answersBeside } from "./engine-answers.js";
import { Executor } from "./executor.js";
import { HistoryFile } from "./history-file.js";
import { historyPlace } from "./history-place.js";
import { History } from "./history.js";
import { InputDesk } from "./input-desk.js";
import { Interrupter } from "./interrupter.js";
import { LastWords } from "./last-words.js";
import { kernelInfo } from "./kernel-info.js";
import { watchMemory, type MemoryGuard } from "./memory-guard.js";
import { watchParent } from "./parent-watch.js";
import { descendants, endAll, endTrees, isDetached, sleeps } from "./process-tree.js";
import { Publisher } from "./publisher.js";
import { createRuntimeScope, type Post } from "./runtime-scope.js";
import { SessionPort } from "./session-port.js";
import { limitWarnings, writeWarning } from "./warnings.js";
import { postHere, tidyOnce } from "./tidy.js";
import { TypeDesk } from "./type-desk.js";
import { withinTime } from "./within-time.js";

/** Time for the exit handlers of cells, in milliseconds. */
const farewellMs = 500;
/** Time for the last messages to leave, in milliseconds. */
const lingerMs = 50;
/** Between two notes of what goes on, in milliseconds: what a kernel died of is known so closely. */
const noteMs = 250;
const leaveStray = `globalThis[Symbol.for(${JSON.stringify(strayCall)})]()`;

const { connectionFile, inputFlag, inputPort, folder, engine, check, ...given } = workerData as FrontData;
const line = given.line as MessagePort;
const warn = limitWarnings(writeWarning);

const connection = readConnection(connectionFile, warn, {
  allowUnsigned: process.env["VITRINE_ALLOW_UNSIGNED"] === "yes",
});
const sockets = await openSockets(connection);
const exposed = exposure(connection);
if (exposed !== undefined) warn(exposed);
line.postMessage({ listening: true });

const inspector = new Session();
inspector.connectToMainThread();
const post: Post = (method, params) =>
  new Promise((resolve, reject) =>
    inspector.post(method, params, (error, answer) => (error === null ? resolve(answer) : reject(error))),
  );

const id = randomUUID();
const historyFile = historyPlace(process.env);
const history = new History(historyFile === undefined ? undefined : new HistoryFile(historyFile, warn));
const publisher = new Publisher(id, (message) => sockets.publish(message));
const session = new SessionPort(
  (ask, message) => line.postMessage({ id: ask, message }),
  (tale) => void door.told(tale).catch((error: unknown) => warn(`output lost: ${String(error)}`)),
);
line.on("message", (message: FromSession | string) => session.receive(message));

const interrupter = new Interrupter(session, {
  terminate() {
    if (debug.end()) return;
    inspector.post("Runtime.evaluate", { expression: leaveStray, silent: true, disableBreaks: true });
    inspector.post("Runtime.terminateExecution");
  },
  endChildren(firmly) {
    const started = descendants(process.pid).filter((pid) => pid !== types?.serverPid);
    if (sleeps(process.pid)) endAll(started, firmly ? "SIGKILL" : "SIGTERM");
  },
  endPrograms: (pids) => endTrees(pids.filter((pid) => !isDetached(pid))),
  wakeInput: () => desk.interrupt(),
});

const compile = new Promise<void>((resolve) => setImmediate(resolve)).then(() => loadCompile(folder, engine));
const cells = new Cells(compile);
const scope = createRuntimeScope(post);
const debug = new DebugGate({
  inspector: { post, on: (event, listener) => inspector.on(event, ({ params }) => listener(params)) },
  cells,
  session,
  folder,
  emit: (event, parent) => publisher.publish("debug_event", event, parent),
});
const types = engine === "repl" ? new TypeDesk({ folder, mode: check, publisher, scope }) : undefined;
const executor = new Executor({
  session,
  publisher,
  history,
  cells,
  types,
  beforeCell: (cell) => debug.beforeCell(cell),
  notice: () => lastWords.ofPredecessor,
  verdict: (cell) => memory.verdict(cell),
});
const comms = new CommList();
const door: Door = new Door({
  id,
  answers: answersBeside(
    engine,
    session,
    createAnswers({
      comms,
      cells,
      scope,
      types,
      history,
      interrupter,
      debug,
      info: kernelInfo(engine),
      ports: Object.fromEntries(
        Object.entries(connection.ports).map(([channel, port]) => [`${channel}_port`, port]),
      ) as unknown as Ports,
      shells: () => door.shells,
    }),
  ),
  executor,
  publisher,
  audience: new Audience(),
  session,
  cells,
  comms,
  types,
  desk: () => desk,
  reply: (channel, message, identities) => sockets.send(channel, message, identities),
  shutdown: () => void shutdown(),
  warn,
});
const desk = new InputDesk({
  flag: new Int32Array(inputFlag),
  port: inputPort as MessagePort,
  running: () => door.shells.running(),
  ask: (request, content) => door.ask(request, content),
});

sockets.listen({
  message: (channel, received) =>
    void door.receive(channel, received).catch((error: unknown) => warn(`${channel}: ${String(error)}`)),
  subscribed: (topic) => sockets.publish(door.welcome(topic), topic),
  warn,
});
publisher.publish("status", { execution_state: "starting" }, undefined);
watchParent(process.env, () => {
  lastWords.goodbye();
  types?.stop();
  process.kill(process.pid, "SIGKILL");
});
const memory: MemoryGuard = watchMemory({
  post,
  stop() {
    inspector.post("Runtime.terminateExecution");
    void interrupter.interrupt();
  },
  running: () => door.shells.running()[0]?.header,
});
const lastWords = new LastWords(connectionFile);
const noteDown = (): void =>
  lastWords.note(door.shells.running().length > 0 ? executor.executionCount() : undefined, memory.last);
noteDown();
setInterval(noteDown, noteMs).unref();
tidyOnce({ threads: [post, postHere], isIdle: () => door.shells.running().length === 0 });

/** Says goodbye and ends: the reply gets its time to leave, the cells' exit handlers theirs to run. */
async function shutdown(): Promise<void> {
  lastWords.goodbye();
  types?.stop();
  await sockets.close();
  debug.end();
  await withinTime(session.ask({ ask: "shutdown" }), farewellMs);
  setTimeout(() => process.kill(process.pid, "SIGKILL"), lingerMs);
}
