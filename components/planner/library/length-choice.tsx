import { useState, type FormEvent } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import styles from "./length-choice.module.css";
import { anyLength, rangeText, usualLengths, type LengthRange } from "./lengths";

type Props = {
  readonly range: LengthRange;
  readonly onRange: (range: LengthRange) => void;
  readonly onDone: () => void;
};

/** The usual lengths at one press, or any range in minutes. */
export function LengthChoice({ range, onRange, onDone }: Props) {
  const words = useWords();
  const { t } = words;
  const [from, setFrom] = useState(inField(range.fromMinutes));
  const [to, setTo] = useState(inField(range.toMinutes));
  const choose = (chosen: LengthRange) => {
    onRange(chosen);
    onDone();
  };
  const typed = { fromMinutes: minutesIn(from), toMinutes: minutesIn(to) };
  const isBackwards = typed.fromMinutes !== null && typed.toMinutes !== null && typed.fromMinutes > typed.toMinutes;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBackwards) choose(typed.fromMinutes === null && typed.toMinutes === null ? anyLength : typed);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.usual}>
        {[anyLength, ...usualLengths].map((each) => (
          <button
            key={rangeText(words, each)}
            type="button"
            className={styles.option}
            aria-pressed={rangeText(words, each) === rangeText(words, range)}
            onClick={() => choose(each)}
          >
            {rangeText(words, each)}
          </button>
        ))}
      </div>
      <div className={styles.range}>
        <TextField
          label={t("library.length.fromField")}
          inputMode="numeric"
          value={from}
          placeholder="0"
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={t("library.length.toField")}
          inputMode="numeric"
          value={to}
          placeholder={t("library.length.noEnd")}
          onChange={(event) => setTo(event.target.value)}
        />
        <Button type="submit" disabled={isBackwards}>
          {t("library.length.show")}
        </Button>
      </div>
    </form>
  );
}

function inField(minutes: number | null): string {
  return minutes === null ? "" : String(minutes);
}

function minutesIn(text: string): number | null {
  const minutes = Number.parseInt(text, 10);
  return Number.isFinite(minutes) && minutes > 0 ? Math.min(minutes, 24 * 60) : null;
}
