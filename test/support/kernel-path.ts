import { fileURLToPath } from "node:url";

/** The built kernel. Build it with `npx tsc -b kernel`. */
export const kernelMain: string = fileURLToPath(new URL("../../kernel/dist/main.js", import.meta.url));

/** Root of the working tree. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url));
