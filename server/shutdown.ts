import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/server/log";
import { Refusal } from "@/server/refusal";

type Life = { isEnding: boolean; readonly underWay: Set<Promise<unknown>>; readonly servers: Set<Server> };

// The framework bundles a module more than once; a process ends once.
const shared = globalThis as typeof globalThis & { airweekLife?: Life };
const life = (shared.airweekLife ??= { isEnding: false, underWay: new Set(), servers: new Set() });

/** An act has 20 s, its rollback 10 more, and one on many slots a little for each. What takes longer is settled at the next start. */
const ACTS_MS = 110_000;
/** What was answered last is to reach its sender. */
const ANSWERS_MS = 2_000;
/** Some who end us say so twice at once: a terminal, and the program that it runs. */
const SAME_MS = 1_000;

/** Fails with `SHUTTING_DOWN` once this process has been told to end. */
export function demandServing(): void {
  if (life.isEnding) throw new Refusal({ code: "SHUTTING_DOWN" });
}

/** Carries out what must come to an end before this process does; refused once it has been told to end. */
export async function beforeShutdown<T>(work: () => Promise<T>): Promise<T> {
  demandServing();
  const running = work();
  life.underWay.add(running);
  try {
    return await running;
  } finally {
    life.underWay.delete(running);
  }
}

/** Is this process about to end? */
export function isShuttingDown(): boolean {
  return life.isEnding;
}

/**
 * From now on SIGTERM and SIGINT end this process in order: no act begins any more, those under way are finished or
 * rolled back and answered, `letGo` closes what is open, and the exit code is 0. A second signal ends it at once.
 */
export function endOnSignals(letGo: () => Promise<void>): void {
  subscribe("http.server.request.start", (message) => void life.servers.add((message as { server: Server }).server));
  let beganMs = 0;
  for (const [name, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.on(name, () => {
      if (!life.isEnding) {
        beganMs = performance.now();
        void end(letGo);
      } else if (performance.now() - beganMs > SAME_MS) process.exit(code);
    });
  }
}

async function end(letGo: () => Promise<void>): Promise<void> {
  life.isEnding = true;
  log.info({ event: "shutdown", underWay: life.underWay.size }, "shutting down");
  const isLate = await Promise.race([Promise.allSettled(life.underWay).then(() => false), wait(ACTS_MS, true)]);
  await Promise.race([Promise.all([...life.servers].map(closed)), wait(ANSWERS_MS)]);
  for (const server of life.servers) server.closeAllConnections();
  await Promise.race([
    letGo().catch((cause: unknown) => log.error({ err: cause }, "could not let go of everything")),
    wait(ANSWERS_MS),
  ]);
  process.exit(isLate ? 1 : 0);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
