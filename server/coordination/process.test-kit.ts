import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import type { Problem } from "@/domain/problems";
import { settingsFor } from "@/server/cms/cms.test-kit";
import type { Actor } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Station } from "@/station/station";

export type ProcessOptions = {
  /** The PostgreSQL that all processes share. */
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly station: Pick<Station, "url" | "key">;
  /** Further settings, by the names of `.env.example`. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** Airweek in a Node process of its own, as a second server would be. Killed with `await using`. */
export type AirweekProcess = AsyncDisposable & {
  /** Fails with the `Refusal` that the act failed with, or because the process has ended. */
  readonly ask: <T = { readonly success: true; readonly slotId?: string; readonly idempotent?: true }>(
    actor: Actor,
    act: "planOne" | "planMany" | "unplanOne" | "moveOne" | "settle",
    input: object,
  ) => Promise<T>;
  /** SIGKILL: nothing is finished, nothing given back. Settles when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGSTOP: it stands still wherever it is, its connections stay open. */
  readonly stop: () => void;
  /** SIGCONT: it goes on as if no time had passed. */
  readonly goOn: () => void;
};

type Said = { readonly ready?: true; readonly id?: number; readonly answer?: unknown; readonly problem?: Problem };
type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (cause: Error) => void };

let bundle: Promise<string> | undefined;

/**
 * The child as one file that Node loads as it is: with our sources compiled on the way it takes four times as
 * long. It is kept below the checkout, where it finds the packages, and made anew by each who needs it.
 */
async function bundled(): Promise<string> {
  const [root, folder] = [process.cwd(), path.resolve(".data", "tests")];
  mkdirSync(folder, { recursive: true });
  const [made, kept] = [mkdtempSync(path.join(folder, "process-")), path.join(folder, "process.mjs")];
  await build({
    configFile: false,
    logLevel: "warn",
    root,
    resolve: {
      alias: [
        { find: "@payload-config", replacement: path.join(root, "server/cms/payload.config.ts") },
        { find: /^@\//, replacement: `${root}/` },
      ],
    },
    build: {
      ssr: "server/coordination/process-child.test-kit.ts",
      outDir: made,
      target: "node20",
      minify: false,
      rollupOptions: { output: { entryFileNames: "process.mjs", inlineDynamicImports: true } },
    },
  });
  renameSync(path.join(made, "process.mjs"), kept);
  rmSync(made, { recursive: true });
  return kept;
}

/** Starts one; it is there when it knows LibreTime's tables and takes orders. */
export async function aProcess({
  databaseUrl,
  redisUrl,
  station,
  settings = {},
}: ProcessOptions): Promise<AirweekProcess> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...settingsFor(databaseUrl),
    LIBRETIME_API_URL: station.url,
    LIBRETIME_API_KEY: station.key,
    REDIS_URL: redisUrl,
    NODE_ENV: "production",
    ...settings,
  };
  const child = spawn(process.execPath, [await (bundle ??= bundled())], { env, stdio: ["pipe", "pipe", "pipe"] });
  const waiting = new Map<number, Waiting>();
  let [complaint, lastId] = ["", 0];
  child.stdin.on("error", () => undefined);
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  const gone = once(child, "exit").then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`The process has ended. ${complaint}`));
    waiting.clear();
  });
  const ready = new Promise<void>((resolve, reject) => waiting.set(0, { resolve, reject }));
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { id = 0, answer, problem } = JSON.parse(line) as Said;
    const asker = waiting.get(id);
    waiting.delete(id);
    if (problem) asker?.reject(new Refusal(problem));
    else asker?.resolve(answer as never);
  });
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await gone;
  };
  await ready;
  return {
    ask: (actor, act, input) =>
      new Promise((resolve, reject) => {
        const id = (lastId += 1);
        waiting.set(id, { resolve, reject });
        child.stdin.write(`${JSON.stringify({ id, act, actor, input })}\n`);
      }),
    kill,
    stop: () => void child.kill("SIGSTOP"),
    goOn: () => void child.kill("SIGCONT"),
    [Symbol.asyncDispose]: kill,
  };
}
