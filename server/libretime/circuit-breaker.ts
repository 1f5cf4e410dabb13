import { setTimeout as wait } from "node:timers/promises";
import type { Call } from "./call";
import { LibreTimeError } from "./libretime-error";

/** A kind of request: `GET /schedule`, `GET /files/{id}`. */
type Kind = string;

/** What a request is called, and whether it waits for its kind to work again. */
type Refusable = Pick<Call<unknown>, "what" | "method" | "route" | "path" | "writes" | "wholeTable">;

/** Asks LibreTime something small of that kind, once. It fails with LibreTimeError, which is noted like any other. */
export type Probes = ReadonlyMap<Kind, () => Promise<unknown>>;

/** What we know of the way to LibreTime, in one place for all who ask it. */
export type CircuitBreaker = {
  /** Fails at once with what is known to be wrong with requests of that kind; a probe is given a moment first. */
  readonly admit: (call: Refusable) => Promise<void>;
  /** Fails at once, in the same way, while a plan would only wait: no answer comes at all, or none about the schedule. */
  readonly demandWay: () => Promise<void>;
  /** Fails at once, in the same way, with whatever is wrong with reading the schedule: what was read before is old then. */
  readonly demandSchedule: () => Promise<void>;
  /** Notes how a request ended that began then, on the clock of `performance.now()`. */
  readonly note: (call: Pick<Call<unknown>, "method" | "route">, beganMs: number, error?: unknown) => void;
  /** What fails now, one of each kind of request. */
  readonly failures: () => readonly LibreTimeError[];
  /** Asks by itself from now on, without keeping the process alive. */
  readonly start: () => void;
  readonly stop: () => void;
};

/** Who asks while the way is shut waits so long for the probe that is under way, and no longer. */
const QUICK_MS = 400;
/** Probes that others ask for begin this far apart. */
const APART_MS = 100;
/** While all is well, each kind is asked for once in this time: a LibreTime that hangs is known 5 s later. */
const ROUND_MS = 3_000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [250, 2_000];
/** A kind that is never probed, such as a delete, is told as failing for so long. */
const FORGOTTEN_MS = 8_000;

/** What every plan and every view of the week stands on. */
const WINDOW: Kind = "GET /schedule";
const readSchedule = { what: "read schedule", method: "GET", path: "/schedule" } as const;

/**
 * A circuit breaker for each kind of request, and one for the way to LibreTime as a whole: it opens when no answer
 * came and none of another request has come since. Reads of an open kind fail at once; acts that are under way, and
 * what settles them, are never stopped here. One probe at a time asks whether LibreTime is back.
 */
export function createCircuitBreaker(probes: Probes): CircuitBreaker {
  const open = new Map<Kind, { readonly error: LibreTimeError; readonly at: number }>();
  let way: LibreTimeError | null = null;
  let answeredMs = -Infinity;
  let probing: { readonly beganMs: number; readonly done: Promise<void> } | null = null;
  let lastProbeMs = -Infinity;
  let isRunning = false;

  const causeFor = ({ method, route, writes, wholeTable }: Refusable): LibreTimeError | null =>
    way ?? (writes || wholeTable ? null : (open.get(`${method} ${route}`)?.error ?? null));
  const isAllWell = (): boolean => way === null && ![...open.keys()].some((kind) => probes.has(kind));

  const probe = (): Promise<void> => {
    if (!probing) {
      const done = probeOpen().finally(() => (probing = null));
      probing = { beganMs: performance.now(), done };
    }
    return probing.done;
  };
  async function probeOpen(): Promise<void> {
    await wait(Math.max(0, lastProbeMs + APART_MS - performance.now()), undefined, { ref: false });
    lastProbeMs = performance.now();
    const kinds = [...(way ? [WINDOW] : []), ...open.keys()].filter(
      (kind, index, all) => probes.has(kind) && all.indexOf(kind) === index,
    );
    for (const kind of kinds) {
      await probes.get(kind)!().catch(() => undefined);
      // The others would only wait as long: the next probe begins with them.
      const failed = open.get(kind);
      if (!failed) continue;
      open.delete(kind);
      open.set(kind, failed);
      if (failed.error.status === undefined) return;
    }
  }
  async function keepOn(): Promise<void> {
    for (
      let pauseMs = FIRST_PAUSE_MS;
      isRunning;
      pauseMs = isAllWell() ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    ) {
      if (isAllWell()) await askOften([WINDOW]);
      else await probe();
      await wait(isAllWell() ? ROUND_MS : pauseMs, undefined, { ref: false });
    }
  }
  async function askOthers(): Promise<void> {
    while (isRunning) {
      await askOften([...probes.keys()].filter((kind) => kind.startsWith("GET") && kind !== WINDOW));
      await wait(ROUND_MS, undefined, { ref: false });
    }
  }
  async function askOften(kinds: readonly Kind[]): Promise<void> {
    for (const kind of kinds)
      if (isRunning && way === null && !open.has(kind)) await probes.get(kind)!().catch(() => undefined);
  }

  const silence = (): LibreTimeError | null => {
    const ofWindow = open.get(WINDOW)?.error;
    return way ?? (ofWindow && ofWindow.status === undefined ? ofWindow : null);
  };
  async function refuseBy(
    causeOf: () => LibreTimeError | null,
    refused: Pick<Refusable, "what" | "method" | "path">,
  ): Promise<void> {
    if (!causeOf()) return;
    const quickly = QUICK_MS - (probing ? performance.now() - probing.beganMs : 0);
    if (quickly > 0) await Promise.race([probe(), wait(quickly, undefined, { ref: false })]);
    const cause = causeOf();
    if (!cause) return;
    const { what, method, path } = refused;
    const { outcome, problemCode, status } = cause;
    throw new LibreTimeError({
      what,
      method,
      path,
      outcome,
      problemCode,
      ...(status !== undefined && { status }),
      maybeSaved: false,
    });
  }

  return {
    admit: (call) => refuseBy(() => causeFor(call), call),
    demandWay: () => refuseBy(silence, readSchedule),
    demandSchedule: () => refuseBy(() => way ?? open.get(WINDOW)?.error ?? null, readSchedule),
    note: ({ method, route }, beganMs, error) => {
      const kind = `${method} ${route}`;
      if (!(error instanceof LibreTimeError) || !tellsOfTheWay(error, method)) {
        // What was thrown beside a LibreTimeError is ours, and says nothing of LibreTime.
        if (error !== undefined && !(error instanceof LibreTimeError)) return;
        if (error?.outcome === NO_TIME) return;
        [way, answeredMs] = [null, performance.now()];
        open.delete(kind);
        return;
      }
      const told = asOfARead(error);
      open.set(kind, { error: told, at: performance.now() });
      if (error.status === undefined && answeredMs < beganMs) way = told;
    },
    failures: () => {
      const told = [...open]
        .filter(([kind, { at }]) => probes.has(kind) || performance.now() - at < FORGOTTEN_MS)
        .map(([, { error }]) => error);
      return way && !told.includes(way) ? [way, ...told] : told;
    },
    start: () => {
      if (isRunning) return;
      isRunning = true;
      void keepOn();
      void askOthers();
    },
    stop: () => void (isRunning = false),
  };
}

/** The end of an act, and no word about LibreTime. */
export const NO_TIME = "no time left";

/** Whether that write was saved is its own act's question: whoever is refused because of it has sent nothing. */
function asOfARead(error: LibreTimeError): LibreTimeError {
  if (!error.maybeSaved) return error;
  const { what, method, path, outcome, status } = error;
  return new LibreTimeError({
    what,
    method,
    path,
    outcome,
    ...(status !== undefined && { status }),
    maybeSaved: false,
    problemCode: status === undefined ? "LIBRETIME_UNREACHABLE" : "LIBRETIME_ANSWER",
  });
}

/**
 * Does it say that LibreTime is away or talks nonsense? A refusal in its own words does not: fields that it does not
 * take, a conflict. That of our key does. An id that it does not have is an answer, and never comes here.
 */
function tellsOfTheWay({ status, problemCode, outcome }: LibreTimeError, method: Refusable["method"]): boolean {
  if (outcome === NO_TIME) return false;
  const isItsOwn = status === 409 || (status === 400 && method !== "GET");
  return !isItsOwn || problemCode === "LIBRETIME_REFUSED_KEY" || /^\d+, (?!refused )/.test(outcome);
}
