import { Check } from "lucide-react";
import { Fragment, type CSSProperties } from "react";
import type { ManyAnswer } from "@/domain/copying/judge-many";
import type { Zone } from "@/domain/zone";
import styles from "../beside/side-panel.module.css";
import { clockText, shortDate } from "../time-words";
import { answerText, dayOfCopy, fitNote, isAsked, reasonText } from "./copy-words";
import type { JudgedCopy } from "./copying";
import type { CopyPreview } from "./use-copying";

const forAll: readonly (readonly [ManyAnswer, string])[] = [
  ["leave-out", "Leave out"],
  ["nearest", "Nearest free"],
  ["replace", "Replace"],
];

type Props = { readonly zone: Zone; readonly judged: readonly JudgedCopy[]; readonly preview: CopyPreview };

/** Those that need an answer first, then all others by their days. */
export function CopyRows({ zone, judged, preview }: Props) {
  const asked = judged.filter(isAsked);
  const others = judged.filter((each) => !asked.includes(each));
  return (
    <>
      {asked.length > 0 && (
        <section aria-label="Conflicts">
          <div className={styles.forAll} role="group" aria-label="For all conflicts" hidden={asked.length < 2}>
            All:{" "}
            {forAll.map(([answer, words]) => (
              <button
                key={answer}
                type="button"
                aria-pressed={preview.forAll === answer}
                onClick={() => preview.answerAll(answer)}
              >
                {words}
              </button>
            ))}
          </div>
          <ByDay zone={zone} judged={asked} preview={preview} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-label="What fits">
          {asked.length > 0 && <p className={styles.part}>The others</p>}
          <ByDay zone={zone} judged={others} preview={preview} />
        </section>
      )}
    </>
  );
}

function ByDay({ zone, judged, preview }: Props) {
  const days = [...new Set(judged.map(({ wish }) => dayOfCopy(zone, { ...judged[0]!, wish, to: null })))].toSorted();
  return days.map((day) => (
    <Fragment key={day}>
      <h3 className={styles.day}>{shortDate(day)}</h3>
      <ul className={styles.rows}>
        {judged
          .filter((each) => dayOfCopy(zone, { ...each, to: null }) === day)
          .map((each) => (
            <CopyRow key={each.wish.id} zone={zone} judged={each} preview={preview} />
          ))}
      </ul>
    </Fragment>
  ));
}

/** One slot: when it would be, what it is, and whether it fits or what is in its way. */
function CopyRow({
  zone,
  judged,
  preview,
}: {
  readonly zone: Zone;
  readonly judged: JudgedCopy;
  readonly preview: CopyPreview;
}) {
  const { wish, verdict, answers, answer, to } = judged;
  const { showName, title, colour } = wish.copy.of.cargo;
  const fits = verdict === "fits";
  const note = fits ? fitNote(zone, wish) : null;
  const choices = (Object.keys(answers) as ManyAnswer[]).filter((each) => each !== "leave-out");
  const name = `${showName}, ${title}, ${clockText(zone, wish.to.startsAt)}`;
  return (
    <li
      className={styles.row}
      style={{ "--show": colour ?? "var(--ink-4)" } as CSSProperties}
      data-copy={verdict}
      data-off={to === null || undefined}
    >
      <time>{clockText(zone, (verdict === "elsewhere" ? wish.copy.of : (to ?? wish.to)).startsAt)}</time>
      <span className={styles.what}>
        <b>{showName}</b> {title !== showName && <span>{title}</span>}
      </span>
      {fits ? <Check className={styles.mark} size={14} aria-label="fits" /> : <span />}
      {note && (
        <span className={styles.more} data-tone="amber">
          {note}
        </span>
      )}
      {!fits && (
        <span className={styles.more} data-tone={verdict === "conflict" || verdict === "elsewhere" ? "red" : undefined}>
          {reasonText(zone, judged, preview.slotOf)}
        </span>
      )}
      {choices.length > 0 && (
        <span className={styles.acts}>
          <select
            className={styles.answer}
            aria-label={`What to do with ${name}`}
            value={answer ?? "leave-out"}
            onChange={({ target: { value } }) => preview.answer(wish.id, value as ManyAnswer)}
          >
            <option value="leave-out">Leave it out</option>
            {choices.map((each) => (
              <option key={each} value={each}>
                {answerText(zone, each, judged, preview.slotOf)}
              </option>
            ))}
          </select>
        </span>
      )}
    </li>
  );
}
