import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";

/** Runs a script in TypeScript, also where nothing is installed yet. @param {readonly string[]} args  Its name, and what it is given. */
export async function run([name = "", ...given]) {
  process.chdir(root);
  await ensureInstalled();
  const child = spawn(process.execPath, ["--import", "tsx", path.join("scripts", `${name}.ts`), ...given], {
    stdio: "inherit",
  });
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}
