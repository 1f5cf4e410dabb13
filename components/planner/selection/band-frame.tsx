import { useStore, type Store } from "../store";
import type { BandBox } from "./band";
import styles from "./band-frame.module.css";

/** The rubber band. */
export function BandFrame({ band }: { readonly band: Store<BandBox> }) {
  const box = useStore(band, (value) => value);
  return box && <div className={styles.band} data-band="" aria-hidden="true" style={box} />;
}
