"use client";
import { useField } from "@payloadcms/ui";
import type { NumberFieldClientComponent } from "payload";
import { useCallback, useEffect, useState } from "react";
import { ask } from "./ask";
import { Picker, type Choice } from "./picker";

type StationShow = { readonly id: number; readonly name: string; readonly linkedTo?: string };

/** Which show of LibreTime's this is. Left empty, LibreTime gets a new one with the first planned slot. */
export const ShowLink: NumberFieldClientComponent = ({ path, readOnly }) => {
  const { value, setValue, disabled } = useField<number | null>({ path });
  const [known, setKnown] = useState<readonly Choice[]>([]);
  const search = useCallback(async (words: string) => {
    const choices = (await ask<StationShow>(`/api/library/station-shows?q=${encodeURIComponent(words)}`)).map(choiceOf);
    setKnown((before) => [...before, ...choices]);
    return choices;
  }, []);
  useEffect(() => {
    if (value) ask<StationShow>(`/api/library/station-shows?ids=${value}`).then((shows) => setKnown((before) => [...before, ...shows.map(choiceOf)]), () => undefined);
  }, [value]);
  return (
    <Picker
      hint="Search LibreTime's shows"
      label="Show in LibreTime"
      onPick={(choice) => setValue(choice?.id ?? null)}
      picked={value ? known.find(({ id }) => id === value) ?? { id: value, title: `Show ${value}`, detail: "in LibreTime" } : null}
      readOnly={Boolean(readOnly || disabled)}
      search={search}
    />
  );
};

function choiceOf({ id, name, linkedTo }: StationShow): Choice {
  return { id, title: name, detail: "", ...(linkedTo ? { note: `linked to ${linkedTo}` } : {}) };
}
