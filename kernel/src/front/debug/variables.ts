import type { Runtime } from "node:inspector";
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Post } from "../runtime-scope.js";
import { debuggerCode } from "./scripts.js";
import { describeValue, elementCount } from "./values.js";

/** Something that a front end may open to see what is inside. */
export type Holder =
  /** The variables of a function, those of its inner blocks before its own. */
  | {
      readonly kind: "scope";
      readonly objectIds: readonly string[];
      readonly self?: Runtime.RemoteObject;
      /** The inspector's name of the call. */
      readonly callFrameId: string;
    }
  /** The variables of the session. */
  | { readonly kind: "globals" }
  | { readonly kind: "object"; readonly value: Runtime.RemoteObject }
  /** Some of the elements of a long list. */
  | {
      readonly kind: "range";
      readonly value: Runtime.RemoteObject;
      readonly from: number;
      readonly to: number;
    };

/** Which elements are wanted, counted from 0. Left out: all, a long list in parts. */
export interface Page {
  readonly start?: number;
  readonly count?: number;
}

/** Elements shown at once; more are shown in parts, and parts of parts. */
const pageLength = 100;

/** Group of the objects that are kept for the front end. */
export const heldObjects = "vitrine debugger";

/** The end of a function of the debugger's own, which stepping passes over. */
export const passedOver: string = `\n//# sourceURL=${debuggerCode}\n}`;

/** Elements from one index to another, no getter run. Of a map keys and values take turns, so that neither needs an object. */
const listPart = `function (from, to) {
  const part = [];
  for (let at = from; at < to; at++) {
    const own = Object.getOwnPropertyDescriptor(this, at);
    if (own !== undefined) part[at - from] = "value" in own ? own.value : own.get;
  }
  return part;${passedOver}`;
const mapPart = `function (from, to) {
  const part = [];
  let at = 0;
  const entries = this instanceof Map ? Map.prototype.entries : Set.prototype.entries;
  for (const [key, value] of entries.call(this)) {
    if (at >= to) break;
    if (at++ >= from) part.push(key, value);
  }
  return part;${passedOver}`;

type Property = Runtime.PropertyDescriptor | Runtime.InternalPropertyDescriptor;

/** Internal slots worth a line. */
const shownSlots = ["[[PromiseState]]", "[[PromiseResult]]", "[[Target]]", "[[Handler]]", "[[BoundThis]]"];

/** Hands out what is inside of things, one level at a time. */
export class Variables {
  private readonly holders = new Map<number, Holder>();
  private readonly post: Post;
  private readonly globals: () => Promise<Runtime.RemoteObject | undefined>;
  private next = 1;

  /** @param globals an object with the session's variables */
  constructor(post: Post, globals: () => Promise<Runtime.RemoteObject | undefined>) {
    this.post = post;
    this.globals = globals;
  }

  /** A number under which the front end may ask for what is inside. */
  hold(holder: Holder): number {
    this.holders.set(this.next, holder);
    return this.next++;
  }

  /** What a number stands for. */
  held(reference: number): Holder | undefined {
    return this.holders.get(reference);
  }

  /** Forgets what was handed out; the objects may go. */
  async forget(): Promise<void> {
    this.holders.clear();
    await this.post("Runtime.releaseObjectGroup", { objectGroup: heldObjects });
  }

  /** A value as a variable. */
  variable(name: string, value: Runtime.RemoteObject): DebugProtocol.Variable {
    const indexed = elementCount(value);
    const opens = value.objectId !== undefined && value.type !== "function";
    return {
      name,
      value: describeValue(value),
      variablesReference: opens ? this.hold({ kind: "object", value }) : 0,
      ...(indexed !== undefined && { indexedVariables: indexed }),
    };
  }

  /** What is inside. */
  async inside(reference: number, { start = 0, count }: Page = {}): Promise<DebugProtocol.Variable[]> {
    const holder = this.holders.get(reference);
    switch (holder?.kind) {
      case undefined:
        return [];
      case "scope":
        return this.scope(holder);
      case "globals": {
        const session = await this.globals();
        return session === undefined ? [] : this.properties(session);
      }
      case "range":
        return this.part(holder.value, holder.from, holder.to);
      case "object": {
        const length = elementCount(holder.value);
        if (length === undefined) return this.properties(holder.value);
        if (count !== undefined && count > 0)
          return this.elements(holder.value, start, Math.min(start + count, length));
        return [
          ...(await this.part(holder.value, 0, length)),
          ...(await this.properties(holder.value, true)),
        ];
      }
    }
  }

  private async scope({
    objectIds,
    self,
  }: Extract<Holder, { kind: "scope" }>): Promise<DebugProtocol.Variable[]> {
    const found = new Map<string, DebugProtocol.Variable>();
    if (self !== undefined) found.set("this", this.variable("this", self));
    for (const objectId of objectIds)
      for (const variable of await this.properties({ type: "object", objectId }))
        if (!found.has(variable.name)) found.set(variable.name, { ...variable, evaluateName: variable.name });
    return [...found.values()];
  }

  /** The properties of an object; of a list only those that are no elements. */
  private async properties(
    { objectId }: Runtime.RemoteObject,
    ofList: boolean = false,
  ): Promise<DebugProtocol.Variable[]> {
    const options = { ownProperties: true, nonIndexedPropertiesOnly: ofList, generatePreview: true };
    const seen = (await this.post("Runtime.getProperties", {
      objectId,
      ...options,
    })) as Runtime.GetPropertiesReturnType & { readonly privateProperties?: readonly Property[] };
    const named = seen.result.filter(({ name }) => !(ofList && name === "length"));
    const slots = (seen.internalProperties ?? []).filter(({ name }) => shownSlots.includes(name));
    return [...named, ...(seen.privateProperties ?? []), ...slots].map((property) => this.property(property));
  }

  private property(property: Property): DebugProtocol.Variable {
    if (property.value !== undefined) return this.variable(property.name, property.value);
    const isGetter = "get" in property && property.get?.type === "function";
    const value = isGetter ? "(getter)" : "(no value yet)";
    return { name: property.name, value, variablesReference: 0 };
  }

  /** Elements, in parts where they are many. */
  private async part(
    value: Runtime.RemoteObject,
    from: number,
    to: number,
  ): Promise<DebugProtocol.Variable[]> {
    if (to - from <= pageLength) return this.elements(value, from, to);
    let step = pageLength;
    while ((to - from) / step > pageLength) step *= pageLength;
    const parts: DebugProtocol.Variable[] = [];
    for (let at = from; at < to; at += step) {
      const end = Math.min(at + step, to);
      const variablesReference = this.hold({ kind: "range", value, from: at, to: end });
      parts.push({ name: `[${at} … ${end - 1}]`, value: "", variablesReference });
    }
    return parts;
  }

  private async elements(
    { objectId, subtype }: Runtime.RemoteObject,
    from: number,
    to: number,
  ): Promise<DebugProtocol.Variable[]> {
    const isMap = subtype === "map" || subtype === "set";
    const cut = (await this.post("Runtime.callFunctionOn", {
      objectId,
      functionDeclaration: isMap ? mapPart : listPart,
      arguments: [{ value: from }, { value: to }],
      objectGroup: heldObjects,
      silent: true,
    })) as Runtime.CallFunctionOnReturnType;
    const options = { ownProperties: true, generatePreview: true };
    const { result } = (await this.post("Runtime.getProperties", {
      objectId: cut.result.objectId,
      ...options,
    })) as Runtime.GetPropertiesReturnType;
    const found = result.filter(({ name, value }) => name !== "length" && value !== undefined);
    if (!isMap) return found.map(({ name, value }) => this.variable(String(from + Number(name)), value!));
    const names = found.filter((_, at) => at % 2 === 0).map(({ value }) => describeValue(value!));
    const values = found.filter((_, at) => at % 2 === 1).map(({ value }) => value!);
    return values.map((value, at) =>
      this.variable(subtype === "set" ? String(from + at) : names[at]!, value),
    );
  }
}
