import { useTranslations } from "next-intl";
import { useWords } from "@/components/language/use-words";
import { Banner } from "@/components/ui/banner";
import { instant } from "@/domain/time";
import { dayAt } from "@/domain/zone";
import { clockText, longDay } from "../planner/time-words";
import styles from "./station-page.module.css";

/** The schedule could not be read just now: this is what was seen last, and when. */
export function Staleness({ asOf }: { readonly asOf: string }) {
  const words = useWords();
  const at = instant(Date.parse(asOf));
  return (
    <Banner tone="warning">
      {words.t.rich("station.lastSeen", {
        clock: clockText(words, at),
        time: (text) => (
          <time dateTime={asOf} title={longDay(words, dayAt(words.zone, at))}>
            {text}
          </time>
        ),
      })}
    </Banner>
  );
}

/** The schedule could not be read at all since this server runs. */
export function Unreadable() {
  const t = useTranslations();
  return (
    <section className={styles.unreadable}>
      <h2>{t("station.unreadable.title")}</h2>
      <p>{t("station.unreadable.rest")}</p>
    </section>
  );
}
