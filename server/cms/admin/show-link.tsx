"use client";
import { useField } from "@payloadcms/ui";
import type { NumberFieldClientComponent } from "payload";
import { useCallback, useEffect, useState } from "react";
import { ask } from "./ask";
import { Picker, type Choice } from "./picker";

type StationShow = {
  readonly id: number;
  readonly name: string;
  readonly linkedTo?: string;
  readonly wasNamed?: string;
};

/** Which show of LibreTime's this is. Left empty, LibreTime gets a new one with the first planned slot. */
export const ShowLink: NumberFieldClientComponent = ({ path, readOnly }) => {
  const { value, setValue, disabled } = useField<number | null>({ path });
  const picked = useField<boolean | null>({ path: "showPicked" });
  const [known, setKnown] = useState<readonly Linkable[]>([]);
  const search = useCallback(async (words: string) => {
    const choices = (await ask<StationShow>(`/api/library/station-shows?q=${encodeURIComponent(words)}`)).map(choiceOf);
    setKnown((before) => [...before, ...choices]);
    return choices;
  }, []);
  useEffect(() => {
    if (value)
      ask<StationShow>(`/api/library/station-shows?ids=${value}`).then(
        (shows) => setKnown((before) => [...before, ...shows.map(choiceOf)]),
        () => undefined,
      );
  }, [value]);
  return (
    <Picker
      hint="Search LibreTime's shows"
      label="Show in LibreTime"
      onPick={(choice) => {
        setValue(choice?.id ?? null);
        picked.setValue(true);
      }}
      picked={
        value
          ? chosen(
              known.find(({ id }) => id === value) ?? { id: value, title: `Show ${value}`, detail: "in LibreTime" },
              picked.value === true,
            )
          : null
      }
      readOnly={Boolean(readOnly || disabled)}
      search={search}
    />
  );
};

/** A show of LibreTime's, and why it is not the one that was linked. */
type Linkable = Choice & { readonly replaced?: string };

/** Of what is linked it is only said when it is another one by now, and nobody has picked it anew. */
function chosen({ replaced, note: _, ...choice }: Linkable, isPicked: boolean): Choice {
  return replaced === undefined || isPicked ? choice : { ...choice, note: replaced };
}

function choiceOf({ id, name, linkedTo, wasNamed }: StationShow): Linkable {
  const replaced = `This is another show now: LibreTime's show ${id} was “${wasNamed}”. It is left alone, and the next planned slot makes a new one; pick it again to link it all the same.`;
  return {
    id,
    title: name,
    detail: "",
    ...(linkedTo ? { note: `linked to ${linkedTo}` } : {}),
    ...(wasNamed === undefined ? {} : { replaced }),
  };
}
