import { Session, type Runtime } from "node:inspector";
import type { Post } from "../../../../kernel/src/front/runtime-scope.js";

/** An inspector of this very thread, for what needs no program that stands still. */
export function inspectSelf(): {
  readonly post: Post;
  value(expression: string): Promise<Runtime.RemoteObject>;
} {
  const session = new Session();
  session.connect();
  const post: Post = (method, params) =>
    new Promise((resolve, reject) =>
      session.post(method, params, (error, answer) => (error === null ? resolve(answer) : reject(error))),
    );
  return {
    post,
    async value(expression) {
      const options = { expression: `(${expression})`, generatePreview: true };
      return ((await post("Runtime.evaluate", options)) as Runtime.EvaluateReturnType).result;
    },
  };
}
