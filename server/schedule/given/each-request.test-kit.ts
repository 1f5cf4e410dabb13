import type { LibreTime } from "@/server/libretime/client";

/** How one request leaves: `send` sends it; `given` is what its verb was asked with. */
type Leave = (send: () => unknown, given: readonly unknown[]) => Promise<unknown>;

/** The same client, each of whose requests leaves as `leave` lets it. */
export function eachRequest(libretime: LibreTime, leave: Leave): LibreTime {
  const resource = <T extends object>(verbs: T): T =>
    new Proxy(verbs, {
      get:
        (target, verb) =>
        (...given: unknown[]) =>
          leave(() => (target[verb as keyof T] as (...given: unknown[]) => unknown)(...given), given),
    });
  return {
    ...libretime,
    shows: resource(libretime.shows),
    instances: resource(libretime.instances),
    schedule: resource(libretime.schedule),
    files: resource(libretime.files),
    within: (act) => eachRequest(libretime.within(act), leave),
  };
}
