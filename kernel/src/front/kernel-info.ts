import { readFileSync } from "node:fs";
import { protocolVersion, type EngineName, type KernelInfo, type Reply } from "../messages/index.js";

/** Version of the language that cells are written in. */
const languageVersion = "5.9";

/** What the kernel says of itself. */
export function kernelInfo(engine: EngineName = "repl"): Reply<KernelInfo> {
  // breakpoints need the places of cells, which tslab keeps to itself
  const debugs = engine === "repl";
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
    debugger: debugs,
    supported_features: debugs ? ["kernel subshells", "debugger"] : ["kernel subshells"],
  };
}
