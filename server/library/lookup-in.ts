import type { StationLookup } from "@/server/cms/station-lookup";
import type { LibreTime } from "@/server/libretime/client";
import { recordingOf } from "@/server/libretime/files";
import type { LibraryDeps } from "./deps";
import { knownShowOf } from "./linked-one";
import { lengthOfFile } from "./readiness";

type Looking = { readonly libretime: Pick<LibreTime, "files" | "shows">; readonly mirror: LibraryDeps["mirror"] };

/**
 * What LibreTime has under an id, for who picks one in the CMS. The mirror comes first: it is what the list
 * showed that somebody has picked from. Without an answer of LibreTime's nothing is found.
 */
export function lookupIn({ mirror, libretime }: Looking): StationLookup {
  return {
    file: async (id) => {
      const file = mirror.files.get(id) ?? (await libretime.files.get(id).catch(() => null));
      return file ? { recording: recordingOf(file), lengthSeconds: lengthOfFile(file) } : null;
    },
    show: async (id) => {
      const show = mirror.shows.get(id) ?? (await libretime.shows.get(id).catch(() => null));
      return show ? knownShowOf(show) : null;
    },
  };
}
