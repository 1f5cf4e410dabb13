import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { ROW_HEIGHT } from "./episode-row";
import styles from "./row-skeleton.module.css";

const widths = ["62%", "78%", "54%", "70%", "46%", "66%"];

/** A card that is on its way. */
export function RowSkeleton({ top, width = widths[0]! }: { readonly top?: number; readonly width?: string }) {
  return (
    <div
      aria-hidden="true"
      className={styles.row}
      style={{
        height: ROW_HEIGHT,
        ...(top !== undefined && { position: "absolute", insetInline: 0, transform: `translateY(${top}px)` }),
      }}
    >
      <Skeleton width={4} height={30} />
      <span className={styles.lines}>
        <Skeleton width={width} height={11} />
        <Skeleton width="38%" height={9} />
      </span>
      <span className={styles.ends}>
        <Skeleton width={42} height={11} />
        <Skeleton width={58} height={9} />
      </span>
    </div>
  );
}

/** A list that is on its way. */
export function ListSkeleton() {
  const t = useTranslations();
  return (
    <div className={styles.list} aria-busy="true">
      <p className="sr-only">{t("library.loading")}</p>
      {Array.from({ length: 14 }, (_, index) => (
        <RowSkeleton key={index} width={widths[index % widths.length]!} />
      ))}
    </div>
  );
}
