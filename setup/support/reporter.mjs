import path from "node:path";
import { writeWhole } from "./files.mjs";

/**
 * A reporter for the test runner that notes what the closing line needs: how many passed and failed, and which were skipped
 * and why. A file that could not be loaded and an error outside every test count as failures.
 */
export default class Tally {
  onTestRunEnd(modules, unhandled) {
    const counts = { passed: 0, failed: unhandled.length, skipped: [] };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed++;
      for (const test of module.children.allTests()) {
        const { state, note } = test.result();
        if (state === "passed") counts.passed++;
        else if (state === "failed") counts.failed++;
        else
          counts.skipped.push({
            name: test.fullName,
            file: path.relative(module.project.config.root, module.moduleId),
            why: note,
          });
      }
    }
    writeWhole(process.env.VITRINE_TALLY, JSON.stringify(counts));
  }
}

/** The last line of a test run, in the words that machines look for. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
