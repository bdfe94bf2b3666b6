import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repositoryRoot } from "../../../support/tree.js";
import { useRecorder } from "../recorder.js";
import { newControl, propertyOf, schema, type Attribute } from "./schema.js";

const front = useRecorder();

test("the schema's 69 models are generated, byte for byte as the files stand", () => {
  expect(schema).toHaveLength(69);
  const said = execFileSync(process.execPath, ["setup/controls.mjs", "--check"], { cwd: repositoryRoot });
  expect(String(said)).toContain("0 written");
});

test("the generator refuses a schema with a model or a type that it does not know", async () => {
  const { generatedFiles } = (await import(
    /* @vite-ignore */ join(repositoryRoot, "setup/controls/write.mjs")
  )) as { generatedFiles(schema: unknown): readonly { name: string; text: string }[] };
  const [first] = schema;
  const other = { ...first!, model: { ...first!.model, name: "OtherModel" } };
  expect(() => generatedFiles([...schema, other])).toThrow("has Other");
  const odd = { ...first!, attributes: [{ name: "a", type: "odd", default: 1, help: "" }] };
  expect(() => generatedFiles(schema.map((model) => (model === first ? odd : model)))).toThrow("odd");
  const text = (from: unknown): string =>
    generatedFiles(from)
      .map((file) => file.text)
      .join("");
  const changed = JSON.parse(JSON.stringify(schema).replace('"Max value"', '"Greatest value"')) as unknown;
  expect(text(changed)).not.toBe(text(schema));
});

describe.each(schema)("$model.name", ({ model, view, attributes }) => {
  test("opens with the state of the schema", () => {
    const made = newControl(model.name);
    const opened = front.current.sent.map(({ content }) => content as unknown as Opened);
    const { data } = opened.at(-1)!;
    expect(opened.at(-1)!.comm_id).toBe(made.id);
    const names = [...Object.keys(data.state), ...data.buffer_paths.map(([name]) => name!)];
    expect(names.sort()).toEqual(attributes.map(({ name }) => name).sort());
    expect(data.state).toMatchObject({
      _model_name: model.name,
      _model_module: model.module,
      _model_module_version: model.version,
      _view_name: view.name,
      _view_module: view.module,
      _view_module_version: view.version,
    });
    const rest = attributes.filter(({ name }) => !/^_(model|view)_/.test(name) && !chosen(model.name, name));
    for (const attribute of rest) {
      const other = started[`${model.name}.${attribute.name}`];
      expectDefault(other === undefined ? attribute : { ...attribute, default: other }, data, opened);
    }
  });

  const own = attributes.filter(({ name }) => !/^_(model|view)_/.test(name) && name !== "_options_labels");
  test.each(own)("$name takes what the schema allows and nothing else", (attribute) => {
    const made = newControl(model.name);
    const property = propertyOf(attribute.name);
    const chosenByOptions = /Selection.*Slider/.test(model.name) && attribute.name === "index";
    for (const word of attribute.enum ?? []) {
      made[property] = word;
      expect(made[property]).toBe(word);
      expect(made.wireState()[attribute.name]).toBe(word);
    }
    if (attribute.enum !== undefined) expect(() => (made[property] = "other")).toThrow(/got 'other'/);
    if (attribute.allow_none) {
      made[property] = null;
      expect(made[property]).toBeNull();
    } else if (!chosenByOptions) expect(() => (made[property] = null)).toThrow(`${property}: got null`);
    expect(() => (made[property] = Symbol("x"))).toThrow(RangeError);
  });
});

/** Where ipywidgets 8.1 starts otherwise than its schema says, we do as it does. */
const started: Readonly<Record<string, unknown>> = {
  "FileUploadModel.description": "Upload",
  "IntRangeSliderModel.value": [25, 75],
  "FloatRangeSliderModel.value": [25, 75],
};

interface Opened {
  readonly comm_id: string;
  readonly data: {
    readonly state: Readonly<Record<string, unknown>>;
    readonly buffer_paths: readonly (readonly string[])[];
  };
}

/** Whether the sliders over options have another start, since they can't be without options. */
function chosen(modelName: string, attribute: string): boolean {
  return /Selection.*Slider/.test(modelName) && attribute === "_options_labels";
}

function expectDefault(attribute: Attribute, data: Opened["data"], opened: readonly Opened[]): void {
  const { name, type, widget } = attribute;
  const got = data.state[name];
  if (type === "reference") {
    const word = /^IPY_MODEL_(.+)$/.exec(String(got));
    const part = opened.findIndex(({ comm_id }) => comm_id === word?.[1]);
    expect(part, `${name} is opened before`).toBeGreaterThanOrEqual(0);
    expect(part).toBeLessThan(opened.length - 1);
    expect(opened[part]!.data.state["_model_name"]).toBe(`${widget}Model`);
  } else if (type === "bytes") {
    expect(data.buffer_paths).toContainEqual([name]);
    expect(got).toBeUndefined();
  } else expect(got, name).toEqual(attribute.default);
}
