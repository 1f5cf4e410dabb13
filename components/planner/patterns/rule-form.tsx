import { useId, useState, type ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { isCalendarDay, isStartTime, type AiringKind, type Rule } from "@/domain/patterns/rule";
import { dayAfter, mondayOf, type CalendarDay } from "@/domain/zone";
import { SidePanel } from "../beside/side-panel";
import styles from "../beside/side-panel.module.css";
import { listed } from "../listed";
import { refusedBy } from "../refused";
import { shortDate, weekdayOf } from "../time-words";
import type { PlannerState } from "../use-planner";
import { dayOfWeek, whenOfRule } from "./rule-words";
import { useRuleActs } from "./use-holes";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

type Show = { readonly id: string; readonly title: string; readonly defaultSlotMinutes?: number | null };
type Props = {
  readonly planner: PlannerState;
  readonly rule: Rule | null;
  readonly rules: readonly Rule[];
  readonly shows: readonly Show[];
  readonly onDone: () => void;
};
type Draft = Omit<Rule, "id" | "minutes" | "from" | "until"> & {
  readonly minutes: string;
  readonly from: string;
  readonly until: string;
};

/** A regular slot, typed: show, day, time, length, how often, and whether it is for premieres or reruns. */
export function RuleForm({ planner, rule, rules, shows, onDone }: Props) {
  const words = useWords();
  const { t } = words;
  const { week, say } = planner;
  const { save } = useRuleActs();
  const id = useId();
  const [draft, setDraft] = useState<Draft>(() =>
    rule
      ? { ...rule, minutes: String(rule.minutes), from: rule.from ?? "", until: rule.until ?? "" }
      : {
          showId: "",
          weekday: 1,
          startTime: "20:00",
          minutes: "60",
          everyWeeks: 1,
          anchor: week.monday,
          kind: "premiere",
          follows: null,
          from: "",
          until: "",
          skipped: [],
        },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const set = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const choose = (showId: string) => {
    const usual = shows.find((each) => each.id === showId)?.defaultSlotMinutes;
    set({ showId, follows: null, ...(usual && !rule ? { minutes: String(usual) } : {}) });
  };
  const premieres = rules.filter(
    (each) => each.showId === draft.showId && each.kind === "premiere" && each.id !== rule?.id,
  );
  const minutes = Number(draft.minutes);
  const isWhole =
    draft.showId !== "" &&
    isStartTime(draft.startTime) &&
    Number.isInteger(minutes) &&
    minutes >= 1 &&
    minutes < 1440 &&
    [draft.from, draft.until].every((day) => day === "" || isCalendarDay(day));
  const submit = async () => {
    setProblem(null);
    const { from, until, ...rest } = draft;
    try {
      await save.mutateAsync({
        ...rest,
        ...(rule ? { id: rule.id } : {}),
        minutes,
        skipped: [...rest.skipped],
        from: from || null,
        until: until || null,
      });
      const show = shows.find((each) => each.id === draft.showId)?.title ?? "";
      say(t("patterns.form.done", { show, when: whenOfRule(words, draft) }));
      onDone();
    } catch (error) {
      setProblem(refusedBy(words, error).sentence);
    }
  };
  const field = (name: string, label: string, input: (fieldId: string) => ReactNode, wide = false) => (
    <label className={styles.field} htmlFor={`${id}-${name}`} data-wide={wide || undefined}>
      <span>{label}</span>
      {input(`${id}-${name}`)}
    </label>
  );
  return (
    <SidePanel
      kind="rule"
      title={rule ? t("patterns.form.change") : t("patterns.form.new")}
      onClose={onDone}
      foot={
        <>
          <Button look="primary" disabled={!isWhole} busy={save.isPending} onClick={() => void submit()}>
            {rule ? t("patterns.form.keep") : t("patterns.form.add")}
          </Button>
          <Button onClick={onDone}>{t("common.cancel")}</Button>
        </>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole && !save.isPending) void submit();
        }}
      >
        {field(
          "show",
          t("patterns.form.show"),
          (fieldId) => (
            <select id={fieldId} required value={draft.showId} onChange={({ target }) => choose(target.value)}>
              <option value="" disabled>
                {t("patterns.form.chooseShow")}
              </option>
              {shows.map((show) => (
                <option key={show.id} value={show.id}>
                  {show.title}
                </option>
              ))}
            </select>
          ),
          true,
        )}
        {field("day", t("patterns.form.day"), (fieldId) => (
          <select id={fieldId} value={draft.weekday} onChange={({ target }) => set({ weekday: Number(target.value) })}>
            {weekdays.map((weekday) => (
              <option key={weekday} value={weekday}>
                {weekdayOf(words, dayOfWeek(weekday))}
              </option>
            ))}
          </select>
        ))}
        {field("time", t("patterns.form.starts"), (fieldId) => (
          <input
            id={fieldId}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder="20:00"
            required
            value={draft.startTime}
            aria-invalid={!isStartTime(draft.startTime)}
            onChange={({ target }) => set({ startTime: target.value.trim() })}
          />
        ))}
        {field("long", t("patterns.form.minutes"), (fieldId) => (
          <input
            id={fieldId}
            type="number"
            min={1}
            max={1439}
            step={1}
            required
            value={draft.minutes}
            onChange={({ target }) => set({ minutes: target.value })}
          />
        ))}
        {field("pace", t("patterns.form.howOften"), (fieldId) => (
          <select
            id={fieldId}
            value={draft.everyWeeks}
            onChange={({ target }) => set({ everyWeeks: Number(target.value) })}
          >
            {[1, 2, 3, 4].map((count) => (
              <option key={count} value={count}>
                {t("patterns.form.everyWeeks", { weeks: count })}
              </option>
            ))}
          </select>
        ))}
        {draft.everyWeeks > 1 &&
          field(
            "anchor",
            t("patterns.form.anchor"),
            (fieldId) => (
              <select
                id={fieldId}
                value={mondayOf(draft.anchor)}
                onChange={({ target }) => set({ anchor: target.value as CalendarDay })}
              >
                {[
                  ...new Set([
                    mondayOf(draft.anchor),
                    ...Array.from({ length: draft.everyWeeks }, (_, index) => dayAfter(week.monday, index * 7)),
                  ]),
                ]
                  .toSorted()
                  .map((monday) => (
                    <option key={monday} value={monday}>
                      {shortDate(words, monday)}
                    </option>
                  ))}
              </select>
            ),
            true,
          )}
        {field("kind", t("patterns.form.kind"), (fieldId) => (
          <select
            id={fieldId}
            value={draft.kind}
            onChange={({ target }) => set({ kind: target.value as AiringKind, follows: null })}
          >
            <option value="premiere">{t("patterns.form.premieres")}</option>
            <option value="rerun">{t("patterns.form.reruns")}</option>
          </select>
        ))}
        {draft.kind === "rerun" &&
          field("follows", t("patterns.form.follows"), (fieldId) => (
            <select
              id={fieldId}
              value={draft.follows ?? ""}
              onChange={({ target }) => set({ follows: target.value || null })}
            >
              <option value="">{t("patterns.form.lastPremiere")}</option>
              {premieres.map((each) => (
                <option key={each.id} value={each.id}>
                  {whenOfRule(words, each)}
                </option>
              ))}
            </select>
          ))}
        {field("from", t("patterns.form.from"), (fieldId) => (
          <input id={fieldId} type="date" value={draft.from} onChange={({ target }) => set({ from: target.value })} />
        ))}
        {field("until", t("patterns.form.until"), (fieldId) => (
          <input id={fieldId} type="date" value={draft.until} onChange={({ target }) => set({ until: target.value })} />
        ))}
        {draft.skipped.length > 0 && (
          <p className={styles.words}>
            {t("patterns.form.skipped", {
              days: listed(
                words,
                draft.skipped.map((day) => shortDate(words, day)),
              ),
            })}{" "}
            <button type="button" className={styles.link} onClick={() => set({ skipped: [] })}>
              {t("patterns.form.skipNone")}
            </button>
          </p>
        )}
        {/* Enter sends it, as in every form. */}
        <button type="submit" hidden />
      </form>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </SidePanel>
  );
}
