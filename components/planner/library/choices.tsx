import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import styles from "./choices.module.css";

/** One of many that can be ticked. */
export type Choice = { readonly id: string; readonly text: string; readonly colour?: string };
/** Choices under a heading. */
export type ChoiceGroup = {
  readonly heading?: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
};

/** From this many on, finding one by reading takes longer than typing. */
const WORTH_A_SEARCH = 9;

/** Ticks for any number of choices; nothing ticked means all. */
export function Choices({
  groups,
  find,
  onDone,
}: {
  readonly groups: readonly ChoiceGroup[];
  readonly find: string;
  readonly onDone: () => void;
}) {
  const t = useTranslations();
  const [text, setText] = useState("");
  const all = groups.flatMap((group) => group.choices);
  const wanted = text.trim().toLowerCase();
  const found = groups
    .map((group) => ({ ...group, choices: group.choices.filter((each) => each.text.toLowerCase().includes(wanted)) }))
    .filter((group) => group.choices.length > 0);
  const chosenCount = groups.reduce((sum, group) => sum + group.chosen.length, 0);
  return (
    <>
      {all.length >= WORTH_A_SEARCH && (
        <div className={styles.find}>
          <TextField
            label={find}
            placeholder={find}
            bare
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
          />
        </div>
      )}
      <div className={styles.choices}>
        {found.map((group) => (
          <Group key={group.heading ?? ""} group={group} />
        ))}
        {found.length === 0 && (
          <p className={styles.none}>
            {all.length === 0 ? t("library.choices.none") : t("library.choices.noneCalled", { text: text.trim() })}
          </p>
        )}
      </div>
      <div className={styles.foot}>
        <Button look="quiet" disabled={chosenCount === 0} onClick={() => groups.forEach((group) => group.onChosen([]))}>
          {t("library.choices.all")}
        </Button>
        <Button onClick={onDone}>{t("library.choices.done")}</Button>
      </div>
    </>
  );
}

function Group({ group: { heading, choices, chosen, onChosen } }: { readonly group: ChoiceGroup }) {
  const flip = (id: string) => onChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset className={styles.group}>
      {heading && <legend>{heading}</legend>}
      {choices.map(({ id, text, colour }) => (
        <label key={id} className={styles.choice}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => flip(id)} />
          {colour && <span className={styles.colour} style={{ background: colour }} />}
          <span className={styles.text}>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
