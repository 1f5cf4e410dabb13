import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./steps/checkout.mjs";
import { ensureInstalled } from "./steps/install.mjs";

/** Runs one of our scripts in TypeScript, `node scripts/run.mjs user --email …`, also where nothing is installed yet. */
const [name = "", ...given] = process.argv.slice(2);
process.chdir(root);
await ensureInstalled();
const child = spawn(process.execPath, ["--import", "tsx", path.join("scripts", `${name}.ts`), ...given], { stdio: "inherit" });
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
