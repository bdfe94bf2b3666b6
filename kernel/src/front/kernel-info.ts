import { readFileSync } from "node:fs";
import { protocolVersion, type KernelInfo, type Reply } from "../messages/index.js";

/** Version of the language that cells are written in. */
const languageVersion = "5.9";

/** What the kernel says of itself. */
export function kernelInfo(): Reply<KernelInfo> {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "vitrine",
    implementation_version: version,
    language_info: {
      name: "typescript",
      version: languageVersion,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      codemirror_mode: "typescript",
      nbconvert_exporter: "script",
    },
    banner: `Vitrine ${version}: TypeScript ${languageVersion} on Node ${process.versions.node}`,
    help_links: [{ text: "TypeScript", url: "https://www.typescriptlang.org/docs/" }],
    debugger: false,
    supported_features: [],
  };
}
