import { useStore, type Store } from "./store";

/** The last thing said, and how often something was said: the same words twice are said twice. */
export type Said = { readonly words: string; readonly count: number };

/** Says to screen readers what a sighted person sees happen. */
export function LiveRegion({ said }: { readonly said: Store<Said> }) {
  const { words, count } = useStore(said, (value) => value);
  return (
    <p className="sr-only" role="status" aria-live="assertive">
      {words}
      {count % 2 === 0 ? "" : "\u00a0"}
    </p>
  );
}
