import tseslint from "typescript-eslint";

/** What only some rooms may do; everything else is the shared rule set. */
const noDefaultExport = { selector: "ExportDefaultDeclaration", message: "named exports only" };

export default tseslint.config(
  {
    ignores: [
      "**/dist/**",
      "**/node_modules/**",
      "widgets/labextension/**",
      // another language with TypeScript's words, and what its compiler makes
      "lib/src/compute/wasm/assembly/**",
      "lib/src/compute/wasm/binary.ts",
      ".vitrine/**",
      "**/.ipynb_checkpoints/**",
    ],
  },
  {
    files: ["lib/src/**/*.ts", "kernel/src/**/*.ts", "widgets/src/**/*.ts", "test/**/*.ts"],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-unused-expressions": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/only-throw-error": "error",
      eqeqeq: "error",
      "prefer-const": "error",
      "no-var": "error",
    },
  },
  {
    files: ["lib/src/**/*.ts"],
    rules: { "no-console": "error", "no-restricted-syntax": ["error", noDefaultExport] },
  },
  { files: ["kernel/src/**/*.ts"], rules: { "no-restricted-syntax": ["error", noDefaultExport] } },
  {
    files: ["setup/**/*.mjs", "*.js"],
    rules: { eqeqeq: "error", "prefer-const": "error", "no-var": "error" },
  },
);
