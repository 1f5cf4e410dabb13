import { ruleFault, type Rule } from "@/domain/patterns/rule";
import { createRule, deleteRule, findRule, listRules, updateRule } from "@/server/cms/patterns";
import { findShow } from "@/server/cms/shows";
import type { Actor } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Deps } from "../deps";
import type { SaveRuleInput } from "./inputs";

/** Keeps a regular slot, a new one or one that changes. A rerun follows a premiere of the same show, or none in particular. */
export async function saveRule(
  { news }: Pick<Deps, "news">,
  actor: Actor,
  { id, ...draft }: SaveRuleInput,
): Promise<Rule> {
  if (!(await findShow(actor, draft.showId))) throw new Refusal({ code: "SHOW_NOT_FOUND", showId: draft.showId });
  if (id !== undefined && !(await findRule(actor, id))) throw new Refusal({ code: "RULE_NOT_FOUND", ruleId: id });
  const rule = { ...draft, follows: draft.kind === "rerun" ? draft.follows : null };
  const all = await listRules(actor);
  if (rule.follows !== null && !all.some((each) => each.id === rule.follows))
    throw new Refusal({ code: "RULE_NOT_FOUND", ruleId: rule.follows });
  const why = ruleFault({ ...rule, id: id ?? null }, all);
  if (why) throw new Refusal({ code: "MALFORMED_REQUEST", why });
  const saved = id === undefined ? await createRule(actor, rule) : await updateRule(actor, id, rule);
  news.publish({ kind: "patterns-changed" });
  return saved;
}

/** Removes a regular slot; what stands on the grid stays there. One that is gone already is fine. */
export async function removeRule(
  { news }: Pick<Deps, "news">,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<{ readonly success: true; readonly noop?: true }> {
  if (!(await findRule(actor, id))) return { success: true, noop: true };
  await deleteRule(actor, id);
  news.publish({ kind: "patterns-changed" });
  return { success: true };
}
