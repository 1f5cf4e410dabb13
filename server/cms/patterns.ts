import type { Rule, RuleId } from "@/domain/patterns/rule";
import { asUser } from "./actors";
import { getCms } from "./cms";
import type { Pattern } from "./payload-types";
import type { Actor } from "./records";
import { recordOf } from "./rule-record";
import { isId } from "./sql";

/** What a regular slot is made of. */
export type RuleDraft = Omit<Rule, "id">;

/** Every regular slot that the actor may see, by show and age. */
export async function listRules(actor: Actor): Promise<readonly Rule[]> {
  const cms = await getCms();
  const { docs } = await cms.find({
    collection: "patterns",
    depth: 0,
    pagination: false,
    sort: "createdAt",
    overrideAccess: false,
    user: asUser(actor),
  });
  return docs.map(recordOf);
}

/** The regular slot, as far as the actor may see it; null when there is none. */
export async function findRule(actor: Actor, id: RuleId): Promise<Rule | null> {
  if (!isId(id)) return null;
  const rule = await (
    await getCms()
  ).findByID({ collection: "patterns", id, depth: 0, disableErrors: true, overrideAccess: false, user: asUser(actor) });
  return rule ? recordOf(rule) : null;
}

/** Makes a regular slot, as far as the actor may. */
export async function createRule(actor: Actor, draft: RuleDraft): Promise<Rule> {
  return recordOf(
    await (
      await getCms()
    ).create({ collection: "patterns", data: dataOf(draft), depth: 0, overrideAccess: false, user: asUser(actor) }),
  );
}

/** Changes a regular slot that is there, as far as the actor may. */
export async function updateRule(actor: Actor, id: RuleId, draft: RuleDraft): Promise<Rule> {
  return recordOf(
    await (
      await getCms()
    ).update({ collection: "patterns", id, data: dataOf(draft), depth: 0, overrideAccess: false, user: asUser(actor) }),
  );
}

/** Removes a regular slot that is there, as far as the actor may. */
export async function deleteRule(actor: Actor, id: RuleId): Promise<void> {
  await (await getCms()).delete({ collection: "patterns", id, depth: 0, overrideAccess: false, user: asUser(actor) });
}

function dataOf({ showId, weekday, everyWeeks, from, until, skipped, ...rest }: RuleDraft) {
  return {
    ...rest,
    show: showId,
    weekday: String(weekday) as Pattern["weekday"],
    everyWeeks: String(everyWeeks) as Pattern["everyWeeks"],
    firstDay: from,
    lastDay: until,
    skipped: [...skipped],
  };
}
