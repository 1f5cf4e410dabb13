import type { Station } from "@/station/station";

/** LibreTime's API without anything of ours: what the same work costs at least. */
export type Bare = {
  readonly window: (from: number, to: number) => Promise<unknown>;
  /** The two without which nothing is planned: instance, row. */
  readonly pair: (at: number) => Promise<{ readonly instance: number; readonly row: number }>;
  /** The four requests that a plan cannot do without: window, instance, row, window again. */
  readonly plan: (at: number) => Promise<{ readonly instance: number; readonly row: number }>;
  readonly unplan: (made: { readonly instance: number; readonly row: number }) => Promise<void>;
};

export const slotMs = 1_800_000;
const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export function bareRequests({ url, key }: Pick<Station, "url" | "key">): Bare {
  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/api/v2${path}`, {
      method,
      headers: { authorization: `Api-Key ${key}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} → ${response.status}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  };
  const window = (from: number, to: number) =>
    send<unknown>("GET", `/schedule?ends_after=${iso(from)}&starts_before=${iso(to)}`);
  const pair: Bare["pair"] = async (at) => {
    const span = { starts_at: iso(at), ends_at: iso(at + slotMs) };
    const instance = await send<{ id: number }>("POST", "/show-instances", {
      show: 1,
      ...span,
      created_at: iso(Date.now()),
      filled_time: "00:00:00",
      description: "",
      modified: false,
      rebroadcast: 0,
      auto_playlist_built: true,
    });
    const row = await send<{ id: number }>("POST", "/schedule", {
      instance: instance.id,
      file: 40,
      ...span,
      length: "00:30:00",
      cue_in: "00:00:00",
      cue_out: "00:30:00",
      fade_in: "00:00:00.500000",
      fade_out: "00:00:00.500000",
      position: 0,
      broadcasted: 0,
    });
    return { instance: instance.id, row: row.id };
  };
  return {
    window,
    pair,
    async plan(at) {
      await window(at, at + slotMs);
      const made = await pair(at);
      await window(at, at + slotMs);
      return made;
    },
    async unplan({ instance, row }) {
      await send("DELETE", `/schedule/${row}`);
      await send("DELETE", `/show-instances/${instance}`);
    },
  };
}
