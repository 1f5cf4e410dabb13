import { randomUUID } from "node:crypto";
import type { Sharing, TableName, Told } from "../sharing";
import type { Connection } from "./connection";
import { readStand, readTold, writeStand, writeTold } from "./told-on-wire";

/** A process that reads for all and does not ask for so long is followed by another one. */
const READER_MS = 30_000;
const UNTIL_READY_MS = 2_000;
/** So many rows are sent at once: Redis does nothing else meanwhile. */
const ROWS_AT_ONCE = 500;
const tables: readonly TableName[] = ["shows", "instances", "files", "streams"];

/** 0: another process reads. 1: this one still does. 2: this one does from now on. */
const askToRead = `
local reader = redis.call("GET", KEYS[1])
if reader and reader ~= ARGV[1] then return 0 end
redis.call("SET", KEYS[1], ARGV[1], "PX", ARGV[2])
return reader and 1 or 2`;

/** Beside the rows, in the same key: nothing makes Redis forget the one and keep the other. */
const STAND = "stand";

/**
 * Keeps rows and how far the table is known, and says so, all at once. Only who reads for all begins a table
 * anew or says how far it is known: one that was too slow tells nothing. A table without a stand is not whole,
 * and gets one only from being told as a whole.
 * KEYS: the table, the reader. ARGV: token, must it be the reader's, which part of a whole table it is (first,
 * more, no), stand, channel, message, how many rows to put, their ids and texts in turn, ids to drop.
 */
const keep = `
if ARGV[2] == "yes" and redis.call("GET", KEYS[2]) ~= ARGV[1] then return 0 end
if ARGV[3] == "first" then redis.call("DEL", KEYS[1]) end
local last = 7 + 2 * tonumber(ARGV[7])
for i = 8, last, 2 do redis.call("HSET", KEYS[1], ARGV[i], ARGV[i + 1]) end
for i = last + 1, #ARGV do redis.call("HDEL", KEYS[1], ARGV[i]) end
if ARGV[4] ~= "" and (ARGV[3] ~= "no" or redis.call("HEXISTS", KEYS[1], "${STAND}") == 1) then redis.call("HSET", KEYS[1], "${STAND}", ARGV[4]) end
if ARGV[6] ~= "" then redis.call("PUBLISH", ARGV[5], ARGV[6]) end
return 1`;

const release = `if redis.call("GET", KEYS[1]) == ARGV[1] then redis.call("DEL", KEYS[1]) end return 1`;

/**
 * Sharing among all processes on one Redis: one of them reads LibreTime's tables, and Redis keeps and passes on
 * what it has read. Without Redis each reads for itself, until it is back.
 */
export function redisSharing({
  commands,
  named,
  hear,
  onHearing,
  untilReady,
}: Connection): Sharing & { readonly close: () => Promise<void> } {
  const self = randomUUID();
  const reader = named("mirror:reader");
  const keyOf = (table: TableName): string => named(`mirror:${table}`);
  let isReader = false;
  /** May something that was told be missing there? Then all is told again. */
  let isIncomplete = false;
  const listeners: Parameters<Sharing["hear"]>[0][] = [];
  const pass = (table: TableName, told: Told | null): void =>
    void (told && listeners.forEach((listener) => listener(table, told)));

  hear("mirror", (message) => {
    const { from, table, isWhole, told } = JSON.parse(message) as {
      from: string;
      table: TableName;
      isWhole: boolean;
      told: Parameters<typeof readTold>[0];
    };
    if (from === self) return;
    if (isWhole) void recall(table).then((all) => pass(table, all));
    else pass(table, readTold(told));
  });
  // Who reads knows more than it could tell while Redis was away.
  onHearing(() => tables.forEach((table) => void recall(table).then((told) => pass(table, isReader ? null : told))));

  async function recall(table: TableName): Promise<Told | null> {
    await untilReady(UNTIL_READY_MS);
    const { [STAND]: stand, ...rows } = await commands
      .hgetall(keyOf(table))
      .catch(() => ({}) as Record<string, string>);
    return stand
      ? {
          put: Object.values(rows).map((row) => JSON.parse(row)),
          drop: [],
          stand: readStand(JSON.parse(stand)),
          isWhole: true,
        }
      : null;
  }
  async function ask(): Promise<0 | 1 | 2 | null> {
    const answer = await commands.eval(askToRead, 1, reader, self, READER_MS).catch(() => null);
    isReader = answer === 1 || answer === 2;
    if (answer !== 1) isIncomplete = true;
    return answer as 0 | 1 | 2 | null;
  }
  function send(table: TableName, { put, drop, stand, isWhole }: Told, isFirst: boolean): void {
    const isLast = stand !== undefined || !isWhole;
    const message = {
      from: self,
      table,
      isWhole: isWhole === true,
      ...(isWhole ? {} : { told: writeTold({ put, drop, ...(stand && { stand }) }) }),
    };
    const rows = put.flatMap((row) => [row.id, JSON.stringify(row)]);
    const words = [
      self,
      isWhole || stand ? "yes" : "no",
      isWhole ? (isFirst ? "first" : "more") : "no",
      stand ? JSON.stringify(writeStand(stand)) : "",
      named("mirror"),
      isLast ? JSON.stringify(message) : "",
      put.length,
    ];
    commands.eval(keep, 2, keyOf(table), reader, ...words, ...rows, ...drop).catch(() => (isIncomplete = true));
  }
  return {
    recall,
    hear: (listener) => void listeners.push(listener),
    asReader: async (read) => {
      await untilReady(UNTIL_READY_MS);
      if ((await ask()) === 0) return false;
      const isNew = isReader && isIncomplete;
      if (isReader) isIncomplete = false;
      const asking = setInterval(() => void ask(), READER_MS / 3).unref();
      try {
        await read(isNew);
        return true;
      } finally {
        clearInterval(asking);
      }
    },
    tell: (table, { put, drop, stand, isWhole = false }) => {
      // Who only looked something up tells what it saw there, not that this is all.
      if (!isReader && isWhole) return;
      for (let from = 0; from === 0 || from < put.length; from += ROWS_AT_ONCE) {
        const isLast = from + ROWS_AT_ONCE >= put.length;
        send(
          table,
          {
            put: put.slice(from, from + ROWS_AT_ONCE),
            drop: isLast ? drop : [],
            isWhole,
            ...(isLast && isReader && stand ? { stand } : {}),
          },
          from === 0,
        );
      }
    },
    close: async () => {
      if (isReader) await commands.eval(release, 1, reader, self).catch(() => undefined);
    },
  };
}
