import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
/** Tests read the sources, so that they need no build. Processes under test run what was built. */
const alias = [
  { find: /^vitrine$/, replacement: `${root}/lib/src/index.ts` },
  { find: /^vitrine\/(.+)$/, replacement: `${root}/lib/src/$1/index.ts` },
  { find: /^@vitrine\/kernel\/(.+)$/, replacement: `${root}/kernel/src/$1/index.ts` },
];
const project = (name: string, include: string[], extra: object = {}) => ({
  resolve: { alias },
  test: {
    name,
    root,
    include,
    environment: "node" as const,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...extra,
  },
});
/** One file at a time: these start servers, browsers or kernels and would only wait for one another on two cores. */
const heavy = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    projects: [
      project("architecture", ["test/architecture/**/*.test.ts"], { testTimeout: 120_000 }),
      project("lib", ["test/lib/**/*.test.ts"]),
      project("kernel", ["test/kernel/**/*.test.ts"]),
      project("widgets", ["test/widgets/**/*.test.ts"], { fileParallelism: false }),
      project("conformance", ["test/conformance/**/*.test.ts"], heavy),
      project("notebooks", ["test/notebooks/**/*.test.ts"], heavy),
      project("end-to-end", ["test/end-to-end/**/*.test.ts"], heavy),
      project("setup", ["test/setup/**/*.test.ts"], heavy),
      project("real-data", ["test/real-data/**/*.test.ts"]),
    ],
  },
});
