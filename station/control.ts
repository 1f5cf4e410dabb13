import type { Control } from "./control/control";

export type { Control } from "./control/control";
export type { OnAirEntry } from "./playout/on-air";

/** The verbs of a station in another process, by the `controlUrl` that it printed. */
export function controlOf(controlUrl: string): Control {
  const ask = async <Result>(verb: string, given: object = {}): Promise<Result> => {
    const response = await fetch(`${controlUrl}/control/${verb}`, { method: "POST", body: JSON.stringify(given) });
    const answer = (await response.json()) as { result?: Result; error?: string };
    if (!response.ok) throw new Error(`${verb}: ${answer.error ?? response.status}`);
    return answer.result as Result;
  };
  const instant = (at: Date | string): string => (at instanceof Date ? at.toISOString() : at);
  return {
    setClock: async (at, mode) => void (await ask("clock", { at: at === null ? null : instant(at), mode })),
    given: async (world) => void (await ask("given", { world })),
    put: (table, row) => ask("put", { table, row }),
    remove: async (table, id) => void (await ask("remove", { table, id })),
    fault: async (fault) => void (await ask("fault", fault)),
    clearFaults: async () => void (await ask("clear-faults")),
    requests: () => ask("requests"),
    clearRequests: async () => void (await ask("clear-requests")),
    onAir: (from, to) => ask("on-air", { from: instant(from), to: instant(to) }),
    snapshot: () => ask("snapshot"),
    goAway: async () => void (await ask("go-away")),
    comeBack: async () => void (await ask("come-back")),
    reset: async () => void (await ask("reset")),
  };
}
