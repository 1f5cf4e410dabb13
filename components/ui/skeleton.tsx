import type { CSSProperties } from "react";
import styles from "./skeleton.module.css";

/** Where something will be: as wide and as high as what is awaited. Whoever hears the page is told by the container's `aria-busy`. */
export function Skeleton({
  width = "100%",
  height = 12,
  style,
}: {
  readonly width?: number | string;
  readonly height?: number | string;
  readonly style?: CSSProperties;
}) {
  return <span aria-hidden="true" className={styles.skeleton} style={{ width, height, ...style }} />;
}
