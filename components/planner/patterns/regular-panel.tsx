import { Pencil, Trash2 } from "lucide-react";
import { useState, type CSSProperties } from "react";
import { useWords } from "@/components/language/use-words";
import { Button, IconButton } from "@/components/ui/button";
import { useToasts } from "@/components/ui/toasts";
import type { Rule } from "@/domain/patterns/rule";
import { SidePanel } from "../beside/side-panel";
import styles from "../beside/side-panel.module.css";
import { useFacets } from "../library/use-library";
import { refusedBy } from "../refused";
import type { PlannerState } from "../use-planner";
import { RuleForm } from "./rule-form";
import { kindText, ruleText, whenOfRule } from "./rule-words";
import { useRuleActs, useRules } from "./use-holes";

/** The regular slots of all shows: added, changed and removed. What stands on the grid stays as it is. */
export function RegularPanel({ planner, onClose }: { readonly planner: PlannerState; readonly onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const rules = useRules();
  const { shows } = useFacets();
  const { remove, bringBack } = useRuleActs();
  const toasts = useToasts();
  const [edited, setEdited] = useState<Rule | "new" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const named = shows.filter(({ id }) => rules.some(({ showId }) => showId === id));
  const doing = async (act: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await act();
      return true;
    } catch (error) {
      setProblem(refusedBy(words, error).sentence);
      return false;
    }
  };
  const takeAway = async (rule: Rule, name: string) => {
    if (!(await doing(() => remove.mutateAsync({ id: rule.id })))) return;
    const back = async () => {
      if (await doing(() => bringBack(rule, rules))) planner.say(t("patterns.regular.back", { name }));
    };
    toasts.show({
      text: t("patterns.regular.removed", { name }),
      action: { label: t("common.undo"), act: () => void back() },
    });
  };
  if (edited)
    return (
      <RuleForm
        planner={planner}
        rule={edited === "new" ? null : edited}
        rules={rules}
        shows={shows}
        onDone={() => setEdited(null)}
      />
    );
  return (
    <SidePanel
      kind="regular"
      title={t("patterns.regular.title")}
      onClose={onClose}
      foot={
        <Button look="primary" onClick={() => setEdited("new")}>
          {t("patterns.regular.add")}
        </Button>
      }
    >
      {rules.length === 0 && <p className={styles.words}>{t("patterns.regular.none")}</p>}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {named.map((show) => (
        <section key={show.id} aria-label={show.title}>
          <h3 className={styles.day}>{show.title}</h3>
          <ul className={styles.rows}>
            {rules
              .filter(({ showId }) => showId === show.id)
              .toSorted((a, b) => a.weekday - b.weekday || (a.startTime < b.startTime ? -1 : 1))
              .map((rule) => {
                const when = whenOfRule(words, rule);
                const name = t("patterns.regular.name", { show: show.title, when });
                return (
                  <li key={rule.id} className={styles.row} style={{ "--show": show.colour } as CSSProperties}>
                    <b>{when}</b>
                    <span className={styles.what}>
                      <span>{kindText(words, rule)}</span>
                    </span>
                    <span className={styles.tools}>
                      <IconButton label={t("patterns.regular.change", { name })} onClick={() => setEdited(rule)}>
                        <Pencil size={14} aria-hidden="true" />
                      </IconButton>
                      <IconButton
                        label={t("patterns.regular.remove", { name })}
                        busy={remove.isPending && remove.variables?.id === rule.id}
                        onClick={() => void takeAway(rule, name)}
                      >
                        <Trash2 size={14} aria-hidden="true" />
                      </IconButton>
                    </span>
                    <span className={styles.more}>{ruleText(words, rule)}</span>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </SidePanel>
  );
}
