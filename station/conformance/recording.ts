import { readFileSync } from "node:fs";

/** One request that a real LibreTime got, and its answer. Secrets are "<redacted>". */
export type Recording = {
  /** Its number: "259" is R259. From 801 on it was LibreTime 4.0.0, on another database. */
  readonly id: string;
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  readonly note?: string;
};

/** In the order in which they were made. */
export function readRecordings(): readonly Recording[] {
  const lines = readFileSync(new URL("./recordings.jsonl", import.meta.url), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Recording);
}

export const isOld = (recording: Recording): boolean => Number(recording.id) >= 801;
