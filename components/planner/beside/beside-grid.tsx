import { CopyPanel } from "../copying/copy-panel";
import { FillPanel } from "../patterns/fill-panel";
import { RegularPanel } from "../patterns/regular-panel";
import type { PlannerState } from "../use-planner";
import type { Beside } from "./beside";

type Props = { readonly planner: PlannerState; readonly what: Beside };

/** The one panel that is open beside the grid. */
export function BesideGrid({ planner, what }: Props) {
  const close = () => {
    planner.beside.set(null);
    document.querySelector<HTMLElement>("[data-week-menu]")?.focus();
  };
  switch (what.kind) {
    case "copy":
      return <CopyPanel key={`${what.from}/${what.days}`} planner={planner} what={what} onClose={close} />;
    case "fill":
      return <FillPanel planner={planner} onClose={close} />;
    case "regular":
      return <RegularPanel planner={planner} onClose={close} />;
  }
}
