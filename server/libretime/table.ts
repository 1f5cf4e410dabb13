import { z } from "zod";
import type { Ask } from "./call";

/** One of LibreTime's tables: where it is, what one of its rows is called, how a row reads. */
export type Table<T> = { readonly path: `/${string}`; readonly noun: string; readonly row: z.ZodType<T> };

/** The verbs that every table has. Lists are whole tables in no order (R078, R146). */
export function verbsOf<T extends { readonly id: number }>(ask: Ask, { path, noun, row }: Table<T>) {
  const one = (id: number) => ({ route: `${path}/{id}`, path: `${path}/${id}` });
  return {
    list: (): Promise<T[]> =>
      ask({
        what: `list ${noun}s`,
        method: "GET",
        route: path,
        path,
        writes: false,
        wholeTable: true,
        answer: z.array(row),
      }),
    /** Null when LibreTime has none of that id. */
    get: (id: number): Promise<T | null> =>
      ask<T | null>({
        what: `read ${noun}`,
        method: "GET",
        ...one(id),
        writes: false,
        answer: row,
        answersThis: (read) => read?.id === id,
        whenMissing: () => null,
      }),
    /** `answersThis`: is that what was sent? Whatever id comes with something else, it is nobody's to delete. */
    create: (body: object, answersThis: (made: T) => boolean): Promise<T> =>
      ask({ what: `create ${noun}`, method: "POST", route: path, path, body, writes: true, answer: row, answersThis }),
    /** Gone already is a success: 204 and 404 are the same to us (R276, R277). */
    delete: (id: number): Promise<void> =>
      ask<void>({
        what: `delete ${noun}`,
        method: "DELETE",
        ...one(id),
        writes: true,
        answer: z.void(),
        whenMissing: () => undefined,
      }),
  };
}
