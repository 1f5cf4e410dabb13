"use client";
import { useDocumentInfo, useField } from "@payloadcms/ui";
import type { NumberFieldClientComponent } from "payload";
import { useCallback, useEffect, useState } from "react";
import { formerSentence, type Former } from "@/domain/identities/former";
import { sentenceOf } from "@/domain/problems";
import type { NotReady } from "@/domain/tracks";
import { ask, clockLength } from "./ask";
import { Picker, type Choice } from "./picker";

type Track = {
  readonly id: number;
  readonly title: string;
  readonly artist: string | null;
  readonly album: string | null;
  readonly lengthSeconds: number | null;
  readonly ready: boolean;
  readonly reason?: NotReady;
  readonly usedBy?: string;
  readonly formerOf?: readonly { readonly episodeId: string; readonly was: Former }[];
};

/** The episode's track, picked among LibreTime's files; its length comes along. */
export const TrackPicker: NumberFieldClientComponent = ({ path, readOnly }) => {
  const { value, setValue, disabled } = useField<number | null>({ path });
  const length = useField<number | null>({ path: "length" });
  const isPicked = useField<boolean | null>({ path: "trackPicked" });
  const { id: episodeId } = useDocumentInfo();
  const [known, setKnown] = useState<ReadonlyMap<number, Track>>(new Map());
  const remember = useCallback((tracks: readonly Track[]) => {
    setKnown((before) => new Map([...before, ...tracks.map((track) => [track.id, track] as const)]));
    return tracks.map(choiceOf);
  }, []);
  const search = useCallback(
    async (words: string) => remember(await ask<Track>(`/api/library/tracks?q=${encodeURIComponent(words)}`)),
    [remember],
  );
  useEffect(() => {
    if (value) ask<Track>(`/api/library/tracks?ids=${value}`).then(remember, () => undefined);
  }, [value, remember]);
  const track = value ? known.get(value) : undefined;
  return (
    <Picker
      hint="Search LibreTime's files by title, artist or album"
      label="Track"
      onPick={(choice) => {
        setValue(choice?.id ?? null);
        isPicked.setValue(true);
        length.setValue((choice && known.get(choice.id)?.lengthSeconds) ?? null);
      }}
      picked={
        value
          ? track
            ? chosen(track, isPicked.value === true ? null : String(episodeId))
            : { id: value, title: `File ${value}`, detail: "in LibreTime" }
          : null
      }
      readOnly={Boolean(readOnly || disabled)}
      search={search}
    />
  );
};

/** What is picked, and that it is another recording by now, unless it was picked anew. */
function chosen(track: Track, episodeId: string | null): Choice {
  const { note: _, ...choice } = choiceOf(track);
  const former = track.formerOf?.find((each) => each.episodeId === episodeId);
  return former ? { ...choice, note: formerSentence(former.was) } : choice;
}

function choiceOf({ id, title, artist, album, lengthSeconds, ready, reason, usedBy }: Track): Choice {
  const detail = [artist, album, lengthSeconds === null ? null : clockLength(lengthSeconds)]
    .filter(Boolean)
    .join(" · ");
  const note = !ready
    ? reason
      ? sentenceOf({ code: "TRACK_NOT_READY", reason, trackId: id })
      : "Not ready."
    : usedBy
      ? `Has an episode: “${usedBy}”.`
      : undefined;
  return { id, title, detail, ...(note ? { note } : {}) };
}
