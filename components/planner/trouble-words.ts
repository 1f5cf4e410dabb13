import type { Trouble } from "@/domain/troubles";
import { intervalOf } from "@/domain/slots";
import type { Words } from "@/components/language/words";
import { lengthText } from "./library/lengths";
import { reasonLine } from "./library/readiness";
import { silencing, stateText } from "./slot-words";
import { clockText, hoursText } from "./time-words";

/** What a trouble is about: its show and episode, or how much time is free. */
export function troubleName({ t }: Words, trouble: Trouble): { readonly name: string; readonly title: string } {
  if (trouble.what === "gap") return { name: t("trouble.free", { hours: hoursText(trouble.seconds) }), title: "" };
  return { name: trouble.showName, title: trouble.title === trouble.showName ? "" : trouble.title };
}

/** What is wrong, in one line. */
export function troubleText(words: Words, trouble: Trouble): string {
  const { t } = words;
  switch (trouble.what) {
    case "drift":
      return stateText(words, trouble).short;
    case "doubled": {
      const { startsAt, endsAt } = intervalOf(trouble.by);
      const [from, to] = [clockText(words, startsAt), clockText(words, endsAt)];
      return t("trouble.doubled", { from, to, show: trouble.by.showName });
    }
    case "silences":
      return silencing(words).short;
    case "track":
      return reasonLine(words, trouble.reason, trouble.was);
    case "cut":
      return t("slot.lack.cut", { length: lengthText(trouble.seconds) });
    case "dead-air":
      return t("slot.lack.deadAir", { length: lengthText(trouble.seconds) });
    case "gap":
      return t("trouble.gap", { until: clockText(words, intervalOf(trouble).endsAt) });
  }
}

/** What troubles are sorted into. */
export const troubleGroups = ["dangers", "notAsPlanned", "doubled", "tracks", "cuts", "deadAir"] as const;
export type TroubleGroup = (typeof troubleGroups)[number];

/** What a group is called. */
export function troubleGroupText({ t }: Words, group: TroubleGroup): string {
  return t(`trouble.group.${group}`);
}

/** Does it belong there? A danger is one beside what kind it is of. */
export function isIn(group: TroubleGroup, trouble: Trouble): boolean {
  return group === "dangers" ? trouble.danger : group === kindOf(trouble);
}

function kindOf(trouble: Trouble): TroubleGroup {
  switch (trouble.what) {
    case "drift":
      return trouble.state === "duplicate" ? "doubled" : "notAsPlanned";
    case "doubled":
      return "doubled";
    case "track":
    case "silences":
      return "tracks";
    case "cut":
      return "cuts";
    case "dead-air":
    case "gap":
      return "deadAir";
  }
}
