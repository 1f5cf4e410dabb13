import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./banner.module.css";

type Tone = "note" | "warning" | "problem";
const pictures = { note: Info, warning: TriangleAlert, problem: CircleAlert } satisfies Record<Tone, unknown>;

/** A state of the world that stays until it is over, said where it matters, with what can be done about it. */
export function Banner({
  tone = "note",
  children,
  action,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  const Picture = pictures[tone];
  return (
    <div className={styles.banner} data-tone={tone} role={tone === "problem" ? "alert" : "status"}>
      <Picture size={16} aria-hidden="true" />
      <div className={styles.words}>{children}</div>
      {action}
    </div>
  );
}
