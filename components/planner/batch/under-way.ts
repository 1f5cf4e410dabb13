import type { Store } from "../store";
import type { BatchVerb } from "./batch";

/** An act that takes its time, as it is told while it lasts. */
export type UnderWay = {
  readonly key: string;
  readonly doing: BatchVerb | "undo" | "redo";
  /** How many slots; null while nobody knows. */
  readonly count: number | null;
  readonly done: number;
  readonly isStopping: boolean;
};

/** Tells of an act while it lasts. */
export async function whileUnderWay<T>(
  store: Store<readonly UnderWay[]>,
  act: Pick<UnderWay, "key" | "doing" | "count">,
  work: () => Promise<T>,
): Promise<T> {
  store.set((all) => [...all, { ...act, done: 0, isStopping: false }]);
  try {
    return await work();
  } finally {
    store.set((all) => all.filter(({ key }) => key !== act.key));
  }
}

/** What is new of an act, if it is one of this page. */
export function tellOf(
  store: Store<readonly UnderWay[]>,
  key: string,
  news: Partial<Pick<UnderWay, "count" | "done" | "isStopping">>,
): void {
  store.set((all) =>
    all.some((each) => each.key === key) ? all.map((each) => (each.key === key ? { ...each, ...news } : each)) : all,
  );
}
