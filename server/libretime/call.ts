import type { z } from "zod";

/** One request to LibreTime, and what its answer must look like. */
export type Call<T> = {
  /** What is wanted, for people: "create instance". */
  readonly what: string;
  readonly method: "GET" | "POST" | "DELETE";
  /** Below /api/v2, without ids: what metrics are counted by. */
  readonly route: string;
  /** Below /api/v2, without a trailing slash (R040–R042), with the query. */
  readonly path: string;
  readonly body?: unknown;
  /** Could it change anything? Then it is sent exactly once. */
  readonly writes: boolean;
  /** Read a whole table, which takes LibreTime seconds per 10,000 rows. */
  readonly wholeTable?: boolean;
  readonly answer: z.ZodType<T>;
  /** Is it the answer to this? One to something else says nothing of what became of it. */
  answersThis?(answer: T): boolean;
  /** What a 404 with LibreTime's JSON means, where it is no failure. */
  readonly whenMissing?: () => T;
};

/** Asks LibreTime; fails with LibreTimeError and with nothing else. */
export type Ask = <T>(call: Call<T>) => Promise<T>;

/** What one request was and cost. `status` is null when none came. */
export type RequestReport = {
  readonly method: string;
  readonly route: string;
  readonly path: string;
  readonly status: number | null;
  readonly ms: number;
  /** Of the answer's body. */
  readonly bytes: number;
};
