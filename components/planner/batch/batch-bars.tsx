import { useEffect, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { useLatest } from "@/components/ui/use-latest";
import dock from "../dock.module.css";
import { useStore, type Store } from "../store";
import styles from "./batch-bars.module.css";
import { doingText, progressText } from "./batch-words";
import type { UnderWay } from "./under-way";

/** Fewer than this are done before anybody could read how far they are. */
const WORTH_TELLING = 8;

/** How far the acts on many slots are, each with its Stop. */
export function BatchBars({
  underWay,
  onStop,
}: {
  readonly underWay: Store<readonly UnderWay[]>;
  readonly onStop: (key: string) => void;
}) {
  const all = useStore(underWay, (acts) => acts);
  const shown = all.filter(({ count }) => (count ?? 0) > 1);
  return (
    <>
      {shown.map((act) => (
        <BatchBar key={act.key} act={act} onStop={() => onStop(act.key)} />
      ))}
      <Told act={shown.find(({ count }) => count !== null && count >= WORTH_TELLING)} />
    </>
  );
}

function BatchBar({ act, onStop }: { readonly act: UnderWay; readonly onStop: () => void }) {
  const words = useWords();
  const { count, done, doing, isStopping } = act;
  const share = count ? Math.min(1, done / count) : 0;
  return (
    <div className={`${dock.item} ${styles.bar}`} data-dock-item="">
      <span className={styles.words}>{progressText(words, act)}</span>
      <span
        className={styles.track}
        role="progressbar"
        aria-label={doingText(words, act)}
        data-waits={count === null || isStopping || undefined}
        aria-valuemin={0}
        {...(count !== null && {
          "aria-valuemax": count,
          "aria-valuenow": Math.min(done, count),
          "aria-valuetext": words.t("batch.doneOf", { done, count }),
        })}
      >
        <i style={{ scale: `${share} 1` }} />
      </span>
      <button
        type="button"
        className={dock.act}
        onClick={onStop}
        disabled={isStopping}
        aria-label={words.t("batch.stopIt", { doing })}
      >
        {words.t("batch.stop")}
      </button>
    </div>
  );
}

/** Says it at the start and at each quarter: a voice that counts to 200 helps nobody. */
function Told({ act }: { readonly act: UnderWay | undefined }) {
  const words = useWords();
  const quarter = act?.count ? Math.floor((act.done / act.count) * 4) : -1;
  const latest = useLatest(act);
  const [said, setSaid] = useState("");
  const key = act?.key;
  const isStopping = act?.isStopping;
  useEffect(() => {
    const shown = latest();
    setSaid(shown ? progressText(words, shown) : "");
  }, [words, latest, key, quarter, isStopping]);
  return (
    <p className="sr-only" role="status">
      {said}
    </p>
  );
}
