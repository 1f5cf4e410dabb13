"use client";
import { Button, FieldLabel } from "@payloadcms/ui";
import { useEffect, useId, useState } from "react";

/** One thing that can be picked. */
export type Choice = { readonly id: number; readonly title: string; readonly detail: string; readonly note?: string };

type Props = {
  readonly label: string;
  readonly hint: string;
  readonly readOnly: boolean;
  readonly picked: Choice | null;
  /** Answers what fits the words. */
  readonly search: (words: string) => Promise<readonly Choice[]>;
  readonly onPick: (choice: Choice | null) => void;
};

/** Picks something of LibreTime's by searching for it: nobody types a number. */
export function Picker({ label, hint, readOnly, picked, search, onPick }: Props) {
  const id = useId();
  const [words, setWords] = useState("");
  const { choices, trouble } = useChoices(words, readOnly ? null : search);
  const pick = (choice: Choice) => {
    onPick(choice);
    setWords("");
  };
  return (
    <div className="field-type airweek-picker">
      <FieldLabel htmlFor={id} label={label} />
      {picked ? (
        <p className="airweek-picker__picked">
          <span>
            <strong>{picked.title}</strong> {picked.detail}
            {picked.note ? <em role="status">{picked.note}</em> : null}
          </span>
          {readOnly ? null : (
            <Button buttonStyle="secondary" margin={false} onClick={() => onPick(null)} size="small" type="button">
              Remove
            </Button>
          )}
        </p>
      ) : (
        <p className="airweek-picker__none">None yet</p>
      )}
      {readOnly ? null : (
        <>
          <input
            aria-describedby={`${id}-status`}
            autoComplete="off"
            id={id}
            maxLength={100}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") event.preventDefault();
            }}
            placeholder={hint}
            type="search"
            value={words}
          />
          <p aria-live="polite" className="airweek-picker__status" id={`${id}-status`}>
            {trouble ?? (words && choices?.length === 0 ? "Nothing in LibreTime fits these words." : "")}
          </p>
          {words && choices && choices.length > 0 ? (
            <ul className="airweek-picker__choices">
              {choices.map((choice) => (
                <li key={choice.id}>
                  <button onClick={() => pick(choice)} type="button">
                    <strong>{choice.title}</strong> <span>{choice.detail}</span>
                    {choice.note ? <em>{choice.note}</em> : null}
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </div>
  );
}

function useChoices(
  words: string,
  search: Props["search"] | null,
): { choices: readonly Choice[] | null; trouble: string | null } {
  const [found, setFound] = useState<{ choices: readonly Choice[] | null; trouble: string | null }>({
    choices: null,
    trouble: null,
  });
  useEffect(() => {
    if (!words.trim() || !search) return setFound({ choices: null, trouble: null });
    let isStale = false;
    const waiting = setTimeout(() => {
      search(words).then(
        (choices) => {
          if (!isStale) setFound({ choices, trouble: null });
        },
        (error: Error) => {
          if (!isStale) setFound({ choices: null, trouble: error.message });
        },
      );
    }, 200);
    return () => {
      isStale = true;
      clearTimeout(waiting);
    };
  }, [words, search]);
  return found;
}
