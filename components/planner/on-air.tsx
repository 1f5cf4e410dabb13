import { instant, type Instant } from "@/domain/time";
import styles from "./header.module.css";
import { lengthText } from "./library/lengths";
import { useStationStatus, useTicking } from "./use-station";

/** What is on air, and how long it lasts. */
export function OnAir({ now }: { readonly now: () => Instant }) {
  const { data } = useStationStatus();
  const at = useTicking(now, 1_000);
  const onAir = data?.onAir;
  if (!data) return <div className={styles.onAir} aria-hidden="true" />;
  if (!onAir || Date.parse(onAir.endsAt) <= at) return <p className={styles.onAir} data-silent=""><span className={styles.lamp} />Nothing on air</p>;
  const [from, to] = [instant(Date.parse(onAir.startsAt)), instant(Date.parse(onAir.endsAt))];
  const what = onAir.title === onAir.showName ? onAir.showName : `${onAir.showName}: ${onAir.title}`;
  return (
    <p className={styles.onAir} title={what}>
      <span className={styles.lamp} />
      <span className="sr-only">On air: </span>
      <b>{what}</b>
      <span className={styles.left}><span aria-hidden="true">−</span>{lengthText(Math.max(0, Math.round((to - at) / 1000)))}<span className="sr-only"> left</span></span>
      <span className={styles.progress} aria-hidden="true"><i style={{ width: `${Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100))}%` }} /></span>
    </p>
  );
}
