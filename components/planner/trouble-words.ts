import type { Trouble } from "@/domain/troubles";
import { intervalOf } from "@/domain/slots";
import type { Zone } from "@/domain/zone";
import { lengthText } from "./library/lengths";
import { reasonLine } from "./library/readiness";
import { overText, silencing, stateText } from "./slot-words";
import { clockText, hoursText, rangeText } from "./time-words";

/** What a trouble is about: its show and episode, or how much time is free. */
export function troubleName(trouble: Trouble): { readonly name: string; readonly title: string } {
  if (trouble.what === "gap") return { name: `Free ${hoursText(trouble.seconds)}`, title: "" };
  return { name: trouble.showName, title: trouble.title === trouble.showName ? "" : trouble.title };
}

/** What is wrong, in one line. */
export function troubleText(zone: Zone, trouble: Trouble): string {
  switch (trouble.what) {
    case "drift":
      return stateText(zone, trouble).short;
    case "doubled":
      return `${rangeText(zone, intervalOf(trouble.by))} ${overText(trouble)}`;
    case "silences":
      return silencing.short;
    case "track":
      return reasonLine(trouble.reason, trouble.was);
    case "cut":
      return `cut ${lengthText(trouble.seconds)}`;
    case "dead-air":
      return `dead air ${lengthText(trouble.seconds)}`;
    case "gap":
      return `silence between two slots, until ${clockText(zone, intervalOf(trouble).endsAt)}`;
  }
}

/** What troubles are sorted into. */
export type TroubleGroup = "Dangers" | "Not as planned" | "Doubled" | "Tracks" | "Cuts" | "Dead air";
export const troubleGroups: readonly TroubleGroup[] = [
  "Dangers",
  "Not as planned",
  "Doubled",
  "Tracks",
  "Cuts",
  "Dead air",
];

/** Does it belong there? A danger is one beside what kind it is of. */
export function isIn(group: TroubleGroup, trouble: Trouble): boolean {
  return group === "Dangers" ? trouble.danger : group === kindOf(trouble);
}

function kindOf(trouble: Trouble): TroubleGroup {
  switch (trouble.what) {
    case "drift":
      return trouble.state === "duplicate" ? "Doubled" : "Not as planned";
    case "doubled":
      return "Doubled";
    case "track":
    case "silences":
      return "Tracks";
    case "cut":
      return "Cuts";
    case "dead-air":
    case "gap":
      return "Dead air";
  }
}
