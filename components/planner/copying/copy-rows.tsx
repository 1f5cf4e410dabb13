import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, type CSSProperties } from "react";
import { useWords } from "@/components/language/use-words";
import type { ManyAnswer } from "@/domain/copying/judge-many";
import styles from "../beside/side-panel.module.css";
import { clockText, shortDate } from "../time-words";
import { answerText, dayOfCopy, fitNote, isAsked, reasonText } from "./copy-words";
import type { JudgedCopy } from "./copying";
import type { CopyPreview } from "./use-copying";

const forAll = [
  ["leave-out", "copying.forAll.leaveOut"],
  ["nearest", "copying.forAll.nearest"],
  ["replace", "copying.forAll.replace"],
] as const satisfies readonly (readonly [ManyAnswer, string])[];

type Props = { readonly judged: readonly JudgedCopy[]; readonly preview: CopyPreview };

/** Those that need an answer first, then all others by their days. */
export function CopyRows({ judged, preview }: Props) {
  const t = useTranslations();
  const asked = judged.filter(isAsked);
  const others = judged.filter((each) => !asked.includes(each));
  return (
    <>
      {asked.length > 0 && (
        <section aria-label={t("copying.rows.conflicts")}>
          <div className={styles.forAll} role="group" aria-label={t("copying.forAll.label")} hidden={asked.length < 2}>
            {t("copying.forAll.all")}{" "}
            {forAll.map(([answer, key]) => (
              <button
                key={answer}
                type="button"
                aria-pressed={preview.forAll === answer}
                onClick={() => preview.answerAll(answer)}
              >
                {t(key)}
              </button>
            ))}
          </div>
          <ByDay judged={asked} preview={preview} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-label={t("copying.rows.fitting")}>
          {asked.length > 0 && <p className={styles.part}>{t("copying.rows.others")}</p>}
          <ByDay judged={others} preview={preview} />
        </section>
      )}
    </>
  );
}

function ByDay({ judged, preview }: Props) {
  const words = useWords();
  const { zone } = words;
  const days = [...new Set(judged.map(({ wish }) => dayOfCopy(zone, { ...judged[0]!, wish, to: null })))].toSorted();
  return days.map((day) => (
    <Fragment key={day}>
      <h3 className={styles.day}>{shortDate(words, day)}</h3>
      <ul className={styles.rows}>
        {judged
          .filter((each) => dayOfCopy(zone, { ...each, to: null }) === day)
          .map((each) => (
            <CopyRow key={each.wish.id} judged={each} preview={preview} />
          ))}
      </ul>
    </Fragment>
  ));
}

/** One slot: when it would be, what it is, and whether it fits or what is in its way. */
function CopyRow({ judged, preview }: { readonly judged: JudgedCopy; readonly preview: CopyPreview }) {
  const words = useWords();
  const { t } = words;
  const { wish, verdict, answers, answer, to } = judged;
  const { showName, title, colour } = wish.copy.of.cargo;
  const fits = verdict === "fits";
  const note = fits ? fitNote(words, wish) : null;
  const choices = (Object.keys(answers) as ManyAnswer[]).filter((each) => each !== "leave-out");
  const name = t("copying.answer.name", { show: showName, title, clock: clockText(words, wish.to.startsAt) });
  return (
    <li
      className={styles.row}
      style={{ "--show": colour ?? "var(--ink-4)" } as CSSProperties}
      data-copy={verdict}
      data-off={to === null || undefined}
    >
      <time>{clockText(words, (verdict === "elsewhere" ? wish.copy.of : (to ?? wish.to)).startsAt)}</time>
      <span className={styles.what}>
        <b>{showName}</b> {title !== showName && <span>{title}</span>}
      </span>
      {fits ? <Check className={styles.mark} size={14} aria-label={t("copying.fit.mark")} /> : <span />}
      {note && (
        <span className={styles.more} data-tone="amber">
          {note}
        </span>
      )}
      {!fits && (
        <span className={styles.more} data-tone={verdict === "conflict" || verdict === "elsewhere" ? "red" : undefined}>
          {reasonText(words, judged, preview.slotOf)}
        </span>
      )}
      {choices.length > 0 && (
        <span className={styles.acts}>
          <select
            className={styles.answer}
            aria-label={t("copying.answer.label", { name })}
            value={answer ?? "leave-out"}
            onChange={({ target: { value } }) => preview.answer(wish.id, value as ManyAnswer)}
          >
            <option value="leave-out">{t("copying.answer.leaveOut")}</option>
            {choices.map((each) => (
              <option key={each} value={each}>
                {answerText(words, each, { judged, slotOf: preview.slotOf })}
              </option>
            ))}
          </select>
        </span>
      )}
    </li>
  );
}
