import { createHash } from "node:crypto";
import { Redis, type RedisOptions } from "ioredis";

/** The way to a Redis that several processes share: commands that answer soon or fail, and messages. */
export type Connection = {
  readonly commands: Redis;
  /** The full name of a key or a channel: two stations may share one Redis. */
  readonly named: (name: string) => string;
  /** Tells every process that hears that channel, this one too. */
  readonly say: (channel: string, message: string) => Promise<void>;
  readonly hear: (channel: string, listener: (message: string) => void) => void;
  /** Called whenever messages begin to be heard, at first and after each gap: what was said before is lost. */
  readonly onHearing: (listener: () => void) => void;
  /** Settles when commands can be sent, when an attempt to connect has failed, or after so long. */
  readonly untilReady: (patienceMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ConnectionOptions = {
  readonly url: string;
  /** What the processes that must agree have in common: LibreTime's address. */
  readonly station: string;
  /** Told why Redis does not answer, once as long as it is the same. Never has the password in it. */
  readonly onFailure?: ((why: string) => void) | undefined;
};

/** A Redis that has not answered for so long does not answer. */
const COMMAND_MS = 2_000;
const PING_EVERY_MS = 5_000;

/** Nothing waits in a queue for Redis to come back: a command answers or fails, and whoever sent it decides. */
const options: RedisOptions = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  connectTimeout: COMMAND_MS,
  commandTimeout: COMMAND_MS,
  disableClientInfo: true,
  retryStrategy: (times) => Math.min(times * 50, 500),
};

/** A way for commands alone, which connects by itself, now and whenever it is lost. */
export function commandsTo({ url, station, onFailure }: ConnectionOptions): Pick<Connection, "commands" | "named"> {
  const commands = new Redis(url, options);
  tellFailures([commands], commands, onFailure);
  return { commands, named: namesOf(station) };
}

function namesOf(station: string): Connection["named"] {
  const hash = createHash("sha256").update(station).digest("hex").slice(0, 12);
  return (name) => `{airweek:${hash}}:${name}`;
}

/** Without a listener, an error of a connection ends the process. Its command may hold the password: only the message is told. */
function tellFailures(connections: readonly Redis[], commands: Redis, onFailure: ConnectionOptions["onFailure"]): void {
  let lastSaid = "";
  const fail = ({ message }: Error): void => {
    if (message !== lastSaid) onFailure?.(message);
    lastSaid = message;
  };
  for (const each of connections) each.on("error", fail);
  commands.on("ready", () => (lastSaid = ""));
}

/** Connects, now and again whenever the connection is lost. */
export function connectTo({ url, station, onFailure }: ConnectionOptions): Connection {
  const named = namesOf(station);
  const [commands, messages] = [new Redis(url, options), new Redis(url, options)];
  const listeners = new Map<string, (message: string) => void>();
  const gaps: (() => void)[] = [];
  tellFailures([commands, messages], commands, onFailure);
  messages.on("message", (channel: string, message: string) => listeners.get(channel)?.(message));
  messages.on("ready", () => void listen());
  // A connection that is dead without having been closed says nothing: only an answer that does not come tells.
  const pinging = setInterval(
    () => messages.status === "ready" && void messages.ping().catch(() => messages.disconnect(true)),
    PING_EVERY_MS,
  ).unref();

  async function listen(): Promise<void> {
    try {
      if (listeners.size > 0) await messages.subscribe(...listeners.keys());
      for (const each of gaps) each();
    } catch {
      messages.disconnect(true);
    }
  }
  return {
    commands,
    named,
    say: async (channel, message) => void (await commands.publish(named(channel), message)),
    hear: (channel, listener) => void listeners.set(named(channel), listener),
    onHearing: (listener) => void gaps.push(listener),
    untilReady: (patienceMs) => untilReady(commands, patienceMs),
    close: async () => {
      clearInterval(pinging);
      for (const each of [commands, messages]) each.disconnect();
    },
  };
}

function untilReady(commands: Redis, patienceMs: number): Promise<void> {
  if (commands.status === "ready") return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      commands.off("ready", end).off("close", end);
      resolve();
    };
    const timer = setTimeout(end, patienceMs);
    commands.on("ready", end).on("close", end);
  });
}
