import { createInterface } from "node:readline";
import type { Actor } from "@/server/cms/records";
import { getDeps } from "@/server/deps";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { log } from "@/server/log";
import { Refusal } from "@/server/refusal";
import { moveOne } from "@/server/schedule/move-one";
import { arrangeMany } from "@/server/schedule/plan-many";
import { planOne } from "@/server/schedule/plan-one";
import { settleAll } from "@/server/schedule/settle-open";
import { unplanOne } from "@/server/schedule/unplan-one";
import { startServer } from "@/server/start";

/** One process of Airweek as it serves, with its chores and without its pages: a line of JSON in is an act, a line out is what came of it. */
const acts = {
  planOne,
  planMany: arrangeMany,
  unplanOne,
  moveOne,
  settle: (all: typeof deps) => settleAll(all).then(() => ({ success: true })),
};
type Order = { readonly id: number; readonly act: keyof typeof acts; readonly actor: Actor; readonly input: never };

log.level = "silent";
await startServer();
const deps = await getDeps();
await deps.mirror.ready();
say({ ready: true });

const orders = createInterface({ input: process.stdin });
orders.on("line", (line) => void obey(JSON.parse(line)));
orders.on("close", () => process.exit());

async function obey({ id, act, actor, input }: Order): Promise<void> {
  try {
    say({ id, answer: await acts[act](deps, actor, input) });
  } catch (cause) {
    say({
      id,
      problem:
        cause instanceof Refusal || cause instanceof LibreTimeError
          ? cause.problem
          : { code: "INTERNAL", why: String(cause) },
    });
  }
}

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
