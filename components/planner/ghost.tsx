import type { CSSProperties } from "react";
import { useWords } from "@/components/language/use-words";
import type { CalendarDay } from "@/domain/zone";
import { fittingText, touches } from "./board";
import styles from "./ghost.module.css";
import { useGrid } from "./grid-context";
import type { Segment } from "./segments";
import { segmentsOf } from "./segments";
import type { Along } from "./selection/group";
import { useStore } from "./store";
import { lengthText } from "./library/lengths";
import { rangeText, shortWeekdayOf, spanText } from "./time-words";
import { verdictText } from "./verdict";

/** Lower than this, a ghost says its times and its verdict under itself. */
const LOW_SECONDS = 9_000;
/** Lower than this, it has no room for the title. */
const LINE_SECONDS = 2_700;

/** Where a piece stands in its column: placed by a transform, so that a step of the pointer lays out nothing else. */
function pieceStyle({ from, to, pass }: Segment, colour: string | null): CSSProperties {
  return {
    transform: `translate3d(0, calc(var(--hour) * ${from / 3600}), 0)`,
    height: `calc(var(--hour) * ${(to - from) / 3600})`,
    left: pass === "second" ? "50%" : 0,
    right: pass === "first" ? "50%" : 0,
    "--show": colour ?? "var(--ink-4)",
  } as CSSProperties;
}

function lowness({ from, to }: Segment): "line" | "" | undefined {
  if (to - from >= LOW_SECONDS) return undefined;
  return to - from < LINE_SECONDS ? "line" : "";
}

/** Lower than this, what is said under a ghost would lie on the next one. */
const LABEL_SECONDS = 4_500;

/** On which side of a low ghost its words hide nothing that is carried along. */
function labelSide({ day, to }: Segment, along: readonly Along[]): "above" | "below" {
  return along.some(({ pieces }) =>
    pieces.some((piece) => piece.day === day && piece.from >= to && piece.from < to + LABEL_SECONDS),
  )
    ? "above"
    : "below";
}

/** What is held, where it would go: show, times, length, and whether it fits, before it is let go. */
export function GhostPieces({ day }: { readonly day: CalendarDay }) {
  const words = useWords();
  const { t } = words;
  const { board } = useGrid();
  const proposal = useStore(board, touches(day));
  const held = useStore(board, (state) => (proposal ? state.held : null));
  if (!proposal || !held) return null;
  const { verdict, to, pieces, along } = proposal;
  const { cargo, copies } = held;
  const length =
    held.mode === "whole" && !cargo.from && cargo.trackSeconds !== null
      ? t("ghost.longFor", { length: spanText(to), track: lengthText(cargo.trackSeconds) })
      : spanText(to);
  // A piece is the same one wherever it is carried: a node that moves is cheaper than a new one.
  const first = pieces
    .filter((piece) => piece.day === day)
    .map((piece, index) => (
      <div
        key={index}
        className={styles.ghost}
        data-edge=""
        aria-hidden="true"
        data-ghost=""
        data-holds={cargo.hold?.kind}
        data-copy={copies || undefined}
        data-fits={verdict.fits}
        data-low={lowness(piece)}
        data-label={along.length > 0 ? labelSide(piece, along) : undefined}
        style={pieceStyle(piece, cargo.colour)}
      >
        {piece === pieces[0] ? (
          <>
            <b>{cargo.showName}</b>
            <span className={styles.what}>{cargo.title}</span>
            <span className={styles.label}>
              <span>{t("ghost.when", { weekday: shortWeekdayOf(words, day), range: rangeText(words, to) })}</span>
              <span className={styles.long}>
                {along.length > 0 ? <b>{fittingText(words, proposal)}</b> : length}
                {copies ? ` · ${t("ghost.copy")}` : ""}
              </span>
              <span
                hidden={along.length > 0 && verdict.fits && !verdict.isUnsure}
                className={styles.verdict}
                data-amber={(verdict.fits && verdict.amber) || undefined}
              >
                {verdictText(words, verdict, " · ")}
                {proposal.twice ? ` · ${t("ghost.twice", { pass: piece.pass ?? "first" })}` : ""}
              </span>
            </span>
          </>
        ) : (
          <b>… {cargo.showName}</b>
        )}
      </div>
    ));
  return (
    <>
      {along.map((each) => (
        <AlongPieces key={each.cargo.from?.slotId} day={day} along={each} isCopy={copies === true} />
      ))}
      {first}
    </>
  );
}

/** What is carried along, where it would go, and whether it fits there. */
function AlongPieces({
  day,
  along: { cargo, to, verdict, pieces },
  isCopy,
}: {
  readonly day: CalendarDay;
  readonly along: Along;
  readonly isCopy: boolean;
}) {
  const words = useWords();
  return pieces
    .filter((piece) => piece.day === day)
    .map((piece, index) => (
      <div
        key={index}
        className={styles.ghost}
        data-edge=""
        aria-hidden="true"
        data-ghost-along=""
        data-fits={verdict.fits}
        data-copy={isCopy || undefined}
        data-low={piece.to - piece.from < LINE_SECONDS ? "line" : undefined}
        style={pieceStyle(piece, cargo.colour)}
      >
        <b>
          {piece === pieces[0] ? "" : "… "}
          {cargo.showName}
        </b>
        {!verdict.fits && <span className={styles.verdict}>{verdict.words}</span>}
        <span className={styles.what}>{rangeText(words, to)}</span>
        <span className={styles.what}>{cargo.title}</span>
      </div>
    ));
}

/** A way out that is looked at: all new places, dashed, in the accent. */
export function PaintedPieces({ day }: { readonly day: CalendarDay }) {
  const words = useWords();
  const { board } = useGrid();
  const painted = useStore(board, (state) =>
    state.painted?.pieces.some(({ piece }) => piece.day === day) ? state.painted : null,
  );
  return painted?.pieces
    .filter(({ piece }) => piece.day === day)
    .map(({ piece, face, to, isFirst, isOther }) => (
      <div
        key={piece.startsAt}
        className={styles.painted}
        data-edge=""
        aria-hidden="true"
        data-painted=""
        data-other={isOther || undefined}
        data-low={lowness(piece)}
        style={pieceStyle(piece, face.colour)}
      >
        <b>
          {isFirst ? "" : "… "}
          {face.showName}
        </b>
        <span className={styles.what}>{face.title}</span>
        {isFirst && <span className={styles.what}>{rangeText(words, to)}</span>}
      </div>
    ));
}

/** What was refused, where it was wished, while its card is open. What is being checked there is drawn as that: the card only stands beside it. */
export function RefusedPieces({ day }: { readonly day: CalendarDay }) {
  const words = useWords();
  const { attempts, board, zone } = useGrid();
  const refused = useStore(
    attempts,
    (all) => all.find((each) => each.problem !== null && each.act === "place") ?? null,
  );
  const isStruck = useStore(board, ({ painted }) => painted !== null);
  if (!refused) return null;
  return segmentsOf(zone, refused.to)
    .filter((piece) => piece.day === day)
    .map((piece) => (
      <div
        key={piece.from}
        className={styles.ghost}
        data-edge=""
        aria-hidden="true"
        data-fits="false"
        data-struck={isStruck || undefined}
        data-refused={refused.key}
        data-slot-id={refused.block.id}
        data-state="refused"
        data-checked={refused.problem?.code === "OUTCOME_UNKNOWN" || undefined}
        style={pieceStyle(piece, refused.cargo.colour)}
      >
        <b>{refused.cargo.showName}</b>
        <span className={styles.what}>{refused.cargo.title}</span>
        <span>{rangeText(words, refused.to)}</span>
      </div>
    ));
}
