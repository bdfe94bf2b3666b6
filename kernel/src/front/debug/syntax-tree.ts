import { Parser, type AnyNode } from "acorn";

/** A function's node, or the program's. */
export type Body = AnyNode;

/** Calls `visit` for every node of compiled code, with the function whose code it is. */
export function visitCode(code: string, visit: (node: AnyNode, body: Body) => void): void {
  const program = Parser.parse(code, {
    ecmaVersion: "latest",
    allowAwaitOutsideFunction: true,
    allowReturnOutsideFunction: true,
    locations: true,
  });
  const inside = (node: AnyNode, body: Body): void => {
    visit(node, body);
    const own = /Function/.test(node.type) ? node : body;
    for (const child of Object.values(node) as unknown[])
      for (const one of Array.isArray(child) ? (child as unknown[]) : [child])
        if (isNode(one)) inside(one, own);
  };
  inside(program, program);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && typeof (value as AnyNode).type === "string";
}
