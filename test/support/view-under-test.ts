import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { pageBench, type ViewBench, type ViewPage } from "./page.js";

type OpenOptions = Parameters<ViewBench["open"]>[0];

/** The fresh page of the test that runs. */
export interface ViewUnderTest {
  readonly opened: ViewPage;
  /** A page with other options in its place. */
  reopen(options: OpenOptions): Promise<ViewPage>;
}

/** Bundles a module once for the test file that calls, opens a page of it for each test, and expects no error in any. */
export function viewUnderTest(module: string): ViewUnderTest {
  let bench: ViewBench | undefined;
  let opened: ViewPage | undefined;
  beforeAll(async () => {
    bench = await pageBench(module);
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    opened = await bench!.open();
  });
  afterEach(async () => {
    expect(opened?.errors).toEqual([]);
    await opened?.close();
  });
  return {
    get opened() {
      return opened!;
    },
    async reopen(options) {
      await opened?.close();
      opened = await bench!.open(options);
      return opened;
    },
  };
}
