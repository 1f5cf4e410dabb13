import { z } from "zod";
import type { Ask } from "./call";
import type { ShowBody } from "./rows";
import { verbsOf } from "./table";

/** A show of LibreTime's. */
export type LibreTimeShow = {
  readonly id: number;
  readonly name: string;
  /** Empty where it has none. */
  readonly description: string;
  /** Does it take a live source? Only LibreTime's own pages can set that (R051). */
  readonly live: boolean;
  /** `#rrggbb`; null where LibreTime has none, or text that is no colour (R060). */
  readonly colour: string | null;
};

const wireShow = z
  .object({
    id: z.int(),
    name: z.string(),
    description: z.string().nullish(),
    live_enabled: z.boolean(),
    background_color: z.string().nullish(),
  })
  .transform(({ id, name, description, live_enabled, background_color }): LibreTimeShow => ({
    id,
    name,
    description: description ?? "",
    live: live_enabled,
    colour: colourOf(background_color ?? ""),
  }));

function colourOf(text: string): string | null {
  return /^[0-9a-f]{6}$/i.test(text) ? `#${text.toLowerCase()}` : null;
}

/** LibreTime's shows. */
export function showsOf(ask: Ask) {
  const { list, get, create, delete: remove } = verbsOf(ask, { path: "/shows", noun: "show", row: wireShow });
  return {
    list,
    get,
    create: (body: ShowBody) => create(body, ({ name }) => name === body.name),
    /** Takes its instances and their rows along (R304–R309): make sure that there are none. */
    delete: remove,
  };
}
