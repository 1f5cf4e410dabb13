import { afterEach, beforeEach } from "vitest";
import { instant } from "@/domain/time";
import { createLibreTime } from "@/server/libretime/client";
import { startStation, type GivenRow, type Station } from "@/station/station";
import { createMirror, type Mirror } from "./mirror";
import type { NewsEvent } from "./news";

export const MINUTE = 60_000;
export const NOW = Date.UTC(2026, 10, 24, 12);
/** So many hours from then. */
export const inHours = (hours: number) => instant(NOW + hours * 60 * MINUTE);
export const everything = ["GET /shows", "GET /show-instances", "GET /files", "GET /webstreams"];

export type GivenMirror = {
  station: Station;
  mirror: Mirror;
  now: number;
  /** What a whole list of instances takes, by the mirror's clock. */
  listMs: number;
  /** The same for the files, and for one of them. */
  filesMs: number;
  fileMs: number;
  told: NewsEvent[];
  readonly aMirror: (apiKey: string) => Mirror;
  /** What the mirror asked for in that time. */
  readonly asked: (act: () => Promise<unknown>) => Promise<string[]>;
  /** Catches up once that much time has passed. */
  readonly after: (ms: number) => () => Promise<unknown>;
};

/** A mirror of a station with one show, file, webstream and instance, new for each test. */
export function givenMirror(): GivenMirror {
  const given = {
    aMirror: (apiKey) => {
      const takes = (path: string): number => {
        if (path === "/show-instances") return given.listMs;
        if (path === "/files") return given.filesMs;
        return path.startsWith("/files/") ? given.fileMs : 0;
      };
      const onRequest = ({ path }: { path: string; method: string }): void => void (given.now += takes(path));
      return createMirror({
        libretime: createLibreTime({ url: given.station.url, apiKey, onRequest }),
        now: () => given.now,
        news: { publish: (event) => given.told.push(event) },
      });
    },
    asked: async (act) => {
      await given.station.clearRequests();
      await act();
      return (await given.station.requests()).map(({ method, path }) => `${method} ${path.replace("/api/v2", "")}`);
    },
    after: (ms) => () => ((given.now += ms), given.mirror.catchUp()),
  } as GivenMirror;
  beforeEach(async () => {
    Object.assign(given, { now: NOW, listMs: 0, filesMs: 0, fileMs: 0, told: [] });
    given.station = await startStation({
      world: {
        shows: [{ name: "Jazz" }],
        files: [{ name: "Tape", length: "01:00:00" }],
        webstreams: [
          {
            name: "World Service",
            description: "Relay",
            url: "https://relay.example.org",
            length: "01:00:00",
            owner: 1,
          },
        ],
        "show-instances": [anInstance({ id: 7 })],
      },
    });
    given.mirror = given.aMirror(given.station.key);
  });
  afterEach(() => given.station.close());
  return given;
}

/** An instance of an hour, so many hours from now. */
export function anInstance({ inHours = 24 * 30, ...row }: GivenRow & { readonly inHours?: number } = {}): GivenRow {
  const at = (hours: number): string => new Date(NOW + hours * 60 * MINUTE).toISOString();
  return { show: 1, starts_at: at(inHours), ends_at: at(inHours + 1), ...row };
}
