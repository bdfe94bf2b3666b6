import { setUpBuild } from "./steps/all.mjs";
import { workspace } from "./support/paths.mjs";
import { main, say } from "./support/say.mjs";

await main(async () => {
  await setUpBuild(workspace);
  say("built: lib, kernel, widgets and the JupyterLab extension");
});
