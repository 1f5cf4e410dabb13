import { DAY, type Instant } from "@/domain/time";
import type { LibreTime } from "@/server/libretime/client";
import type { LibreTimeFile } from "@/server/libretime/files";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import type { KeptTable } from "./kept-table";
import { ROUND_MS } from "./look-again";

/** A file that a row or a slot plays, and when. */
export type PlayedFile = { readonly id: number; readonly startsAt: Instant };

/** After a failure: soon, so that a LibreTime that comes back is seen. */
const AFTER_FAILURE_MS = 10_000;
/** A round of single reads may cost LibreTime this much of its time, as the whole list may. */
const SHARE = 0.05;
/** So many unknown files are read singly while somebody waits: a new upload, not a new library. */
const LEARNED_AT_ONCE = 20;
/** What is about to air is read again in every round, before everything else. */
const SOON_MS = DAY * 1000;

type Watched = { readonly libretime: LibreTime; readonly files: KeptTable<LibreTimeFile>; readonly now: () => number };

/**
 * The files that slots play, read again singly every minute when the whole list is too dear for that: what airs within
 * a day first, then what was not read for longest, as many as the round's share allows. Whole lists of 5,000 files come
 * every 96 seconds, and of 50,000 every quarter of an hour.
 */
export function watchedFiles({ libretime, files, now }: Watched) {
  const played = new Map<number, { readonly startsAt: Instant; readAt: number }>();
  /** LibreTime was asked for these at that time, and has none. */
  const gone = new Map<number, number>();
  let nextAt = 0;

  const read = async (id: number): Promise<boolean> => {
    const found = await libretime.files.get(id);
    const isNews = JSON.stringify(found) !== JSON.stringify(files.rows.get(id) ?? null);
    if (found) {
      files.put(found);
      gone.delete(id);
    } else {
      gone.set(id, now());
      if (files.rows.has(id)) files.drop(id);
    }
    return isNews;
  };
  const forgetPast = (): void => {
    for (const [id, { startsAt }] of played) if (startsAt + SOON_MS < now()) played.delete(id);
  };
  const inTurn = (): readonly number[] => {
    const isSoon = (startsAt: Instant): number => Number(startsAt < now() + SOON_MS);
    return [...played]
      .toSorted(
        ([, a], [, b]) => isSoon(b.startsAt) - isSoon(a.startsAt) || a.readAt - b.readAt || a.startsAt - b.startsAt,
      )
      .map(([id]) => id);
  };

  return {
    /** Has LibreTime no such file, as far as it was asked in the last minutes? */
    isGone: (id: number): boolean => !files.rows.has(id) && gone.has(id),
    /** Notes what is played. Reads singly, now, what nobody knows yet; what LibreTime does not answer stays unknown. */
    watch: async (found: Iterable<PlayedFile>): Promise<void> => {
      const unknown = new Set<number>();
      for (const { id, startsAt } of found) {
        const known = played.get(id);
        if (startsAt + SOON_MS >= now() && (!known || startsAt < known.startsAt || known.startsAt < now()))
          played.set(id, { startsAt, readAt: known?.readAt ?? 0 });
        if (!files.rows.has(id) && now() - (gone.get(id) ?? -Infinity) > ROUND_MS) unknown.add(id);
      }
      if (files.seenAt === null) return;
      for (const id of [...unknown].slice(0, LEARNED_AT_ONCE)) {
        try {
          await read(id);
        } catch (error) {
          if (!(error instanceof LibreTimeError)) throw error;
          return;
        }
      }
    },
    isDue: (): boolean =>
      files.seenAt !== null &&
      played.size > 0 &&
      (now() >= Math.max(nextAt, files.seenAt + ROUND_MS) || nextAt - now() > ROUND_MS),
    /** Answers whether anything has changed. Fails with LibreTimeError, which the table knows too. */
    look: async (): Promise<boolean> => {
      const began = now();
      forgetPast();
      let hasChanged = false;
      try {
        for (const id of inTurn()) {
          if (now() - began > SHARE * ROUND_MS) break;
          if (await read(id)) hasChanged = true;
          const known = played.get(id);
          if (known) known.readAt = began;
        }
        nextAt = began + ROUND_MS;
        // The list as a whole is as old as it was.
        if (files.failure) files.noteLook(files.seenAt!);
        return hasChanged;
      } catch (error) {
        nextAt = now() + AFTER_FAILURE_MS;
        if (error instanceof LibreTimeError) files.noteLook(files.seenAt!, error);
        throw error;
      }
    },
  };
}
