import { recordingAfter, recordingOnceRead } from "@/domain/identities/recording";
import { isSameStream } from "@/domain/identities/webstream";
import { keepText, keptMedia, keptShows, keptTracks, type KeptMedia } from "@/server/cms/kept-things";
import { mediaText, readMedia, readRecording, readShow, recordingText, showText } from "@/server/cms/known-columns";
import { isLinkedOne, knownShowOf } from "@/server/library/linked-one";
import { lengthOfFile } from "@/server/library/readiness";
import { recordingOf, type LibreTimeFile } from "@/server/libretime/files";
import type { Deps } from "./deps";

type Known = Pick<Deps, "mirror" | "now">;

/** What each mirror had when all that is kept was compared with it last. */
const compared = new WeakMap<Deps["mirror"], readonly unknown[]>();

/**
 * What is kept of LibreTime's files, webstreams and shows follows what people edit there, one edit at a time, and
 * is read once for what was picked before such things were kept. What is another one by now is left as it was
 * kept. Fails with the LibreTimeError in the way while LibreTime's tables were never read.
 */
export async function keepKnown({ mirror, now }: Known): Promise<void> {
  await mirror.ready();
  const tables = [mirror.files, mirror.streams, mirror.shows];
  // Where LibreTime says what it said before, only what is new has to be looked at.
  const isNew = tables.every((table, at) => table === compared.get(mirror)?.[at]);
  await keepTracks(mirror, isNew);
  for (const kept of await keptMedia(now(), isNew)) {
    const next = mediaNow(mirror, kept);
    if (next !== null && next !== kept.text) await keepText.ofMedia(kept, next);
  }
  await keepShows({ mirror, now }, isNew);
  compared.set(mirror, tables);
}

async function keepTracks(mirror: Known["mirror"], isNew: boolean): Promise<void> {
  for (const kept of await keptTracks(isNew)) {
    const file = mirror.files.get(kept.trackId);
    const next = file ? recordingNow(file, kept) : null;
    if (next !== null && next !== kept.text) await keepText.ofTrack(kept, next);
  }
}

async function keepShows({ mirror, now }: Known, isNew: boolean): Promise<void> {
  for (const kept of await keptShows(isNew)) {
    const [show, was] = [mirror.shows.get(kept.libretimeShowId), readShow(kept.text)];
    if (!show) continue;
    const isSame = await isLinkedOne({ mirror, now }, { id: kept.id, knownShow: was }, show);
    const next = isSame ? showText(knownShowOf(show)) : was && showText({ ...was, wasReplaced: true });
    if (next && next !== kept.text) await keepText.ofShow(kept, next);
  }
}

function mediaNow(mirror: Known["mirror"], kept: KeptMedia): string | null {
  const file = kept.trackId === null ? undefined : mirror.files.get(kept.trackId);
  if (file) return recordingNow(file, kept);
  const stream = kept.streamId === null ? undefined : mirror.streams.get(kept.streamId);
  if (!stream) return null;
  const was = readMedia(kept.text);
  const now = { name: stream.name, addressDigest: stream.addressDigest };
  return was && "addressDigest" in was && !isSameStream(was, now) ? null : mediaText(now);
}

function recordingNow(
  file: LibreTimeFile,
  { text, seconds }: { readonly text: string | null; readonly seconds: number | null },
): string | null {
  const [was, now] = [readRecording(text), recordingOf(file)];
  const next = was
    ? recordingAfter(was, now)
    : recordingOnceRead(now, { pickedSeconds: seconds, playsSeconds: lengthOfFile(file) });
  return next && recordingText(next);
}
