import { fold } from "@/server/cms/folding";
import type { LibraryDeps } from "./deps";
import type { SearchStreamsInput } from "./inputs";

/** A webstream of LibreTime's as a list shows it. Its address stays in LibreTime. */
export type LibraryStream = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly lengthSeconds: number;
};

/** LibreTime's webstreams by words in their name or description, in the mirror. */
export async function searchStreams(
  { mirror }: Pick<LibraryDeps, "mirror">,
  { q }: SearchStreamsInput,
): Promise<{ readonly items: readonly LibraryStream[] }> {
  if (mirror.filesAsOf === null) await mirror.ready();
  const words = fold(q ?? "")
    .split(" ")
    .filter(Boolean);
  const found = [...mirror.streams.values()].filter(({ name, description }) =>
    words.every((word) => fold(`${name} ${description}`).includes(word)),
  );
  const items = found
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id - b.id)
    .map(({ id, name, description, length }) => ({ id, name, description, lengthSeconds: length }));
  return { items };
}
