import type { TextFile } from "../support/tree.js";
import { importsOf, resolveImport, type Import } from "./import-rules.js";
import { onDemand } from "./rooms.js";

/** Heavy packages that code reaches from JupyterLab's start without a dynamic import in between, each with its way. */
export function heavyAtStart(files: readonly TextFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  const has = (path: string): boolean => imports.has(path);
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const one of imports.get(path)!.filter(isThereAtOnce)) {
      const target = resolveImport(one, has);
      if (target === undefined || "builtin" in target) continue;
      if ("path" in target) visit(target.path, [...way, target.path]);
      else if (onDemand.packages.test(target.package)) found.push([...way, target.package].join(" > "));
    }
  };
  for (const path of imports.keys()) if (path.startsWith(onDemand.atStart)) visit(path, [path]);
  return found;
}

function isThereAtOnce({ how }: Import): boolean {
  return how === "static" || how === "re-export";
}

/** Groups of files that import one another in a circle; type-only imports count, a circle is a circle to a reader. */
export function importCycles(files: readonly TextFile[]): string[] {
  const paths = new Set(files.map((file) => file.path));
  const edges = new Map<string, string[]>();
  for (const file of files) {
    const targets = importsOf(file).flatMap((one) => {
      if (one.how === "file") return [];
      const target = resolveImport(one, (path) => paths.has(path));
      return target !== undefined && "path" in target ? [target.path] : [];
    });
    edges.set(file.path, targets);
  }
  return strongComponents(edges)
    .filter((group) => group.length > 1 || edges.get(group[0]!)!.includes(group[0]!))
    .map((group) => group.sort().join(" <-> "));
}

/** Tarjan's algorithm: groups of nodes that reach each other. */
function strongComponents(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node)!);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) {
        visit(next);
        low.set(node, Math.min(low.get(node)!, low.get(next)!));
      } else if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, order.get(next)!));
    }
    if (low.get(node) === order.get(node)) groups.push(stack.splice(stack.indexOf(node)));
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return groups;
}
