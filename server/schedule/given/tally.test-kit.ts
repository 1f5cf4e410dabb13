import { expect } from "vitest";

/** Counts what came about in a random test, which would pass as well if every act was refused. */
export type Tally = {
  readonly note: (kind: string) => void;
  /** That each kind came about so often at least, and prints how often it did. */
  readonly expectFloor: (floor: Readonly<Record<string, number>>) => void;
};

export function tally(): Tally {
  const counts = new Map<string, number>();
  return {
    note: (kind) => void counts.set(kind, (counts.get(kind) ?? 0) + 1),
    expectFloor: (floor) => {
      const seen = Object.fromEntries(Object.keys(floor).map((kind) => [kind, counts.get(kind) ?? 0]));
      process.stderr.write(`${expect.getState().currentTestName}: ${JSON.stringify(Object.fromEntries(counts))}\n`);
      const short = Object.entries(floor).filter(([kind, least]) => seen[kind]! < least);
      expect(short.map(([kind, least]) => `${kind}: ${seen[kind]} of at least ${least}`)).toEqual([]);
    },
  };
}

/** The seed of a random test: one of its own in each run, or the one that is named in the environment. */
export function seedFrom(variable: string): number {
  return Number(process.env[variable] ?? Date.now() % 1e6);
}
