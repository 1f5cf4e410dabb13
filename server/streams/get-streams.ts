import { versionsOfPeople } from "@/server/cms/people-versions";
import { createStreams, type Streams } from "./streams";

// The framework bundles a module more than once; what a process has only one of lives on the process.
const shared = globalThis as { airweekStreams?: Streams };

/** The streams of this process. */
export function getStreams(): Streams {
  return (shared.airweekStreams ??= createStreams(versionsOfPeople));
}
