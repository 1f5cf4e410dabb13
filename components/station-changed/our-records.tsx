import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import type { Words } from "@/components/language/words";
import type { AppRouter } from "@/server/trpc/router";
import styles from "./station-changed.module.css";

type Records = inferRouterOutputs<AppRouter>["station"]["changed"]["records"];
type Kind = Records[keyof Records];

const kinds = ["slots", "shows", "tracks", "streams"] as const satisfies readonly (keyof Records)[];

/** What of our records is there, missing, or replaced: the counts, and what they are. */
export function OurRecords({
  records,
  whenOf,
}: {
  readonly records: Records;
  readonly whenOf: (iso: string) => string;
}) {
  const t = useTranslations();
  const shown = kinds.filter((kind) => totalOf(records[kind]) > 0);
  return (
    <section className={styles.part} aria-labelledby="records">
      <h2 id="records">{t("stationChanged.records.title")}</h2>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t("stationChanged.records.what")}</span>
            </th>
            <th scope="col">{t("stationChanged.records.there")}</th>
            <th scope="col">{t("stationChanged.records.missing")}</th>
            <th scope="col">{t("stationChanged.records.replaced")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((kind) => {
            const { there, missing, another } = records[kind].counts;
            return (
              <tr key={kind}>
                <th scope="row">{t(`stationChanged.records.${kind}`)}</th>
                <td>{there}</td>
                <td data-tone={missing > 0 ? "amber" : undefined}>{missing}</td>
                <td data-tone={another > 0 ? "red" : undefined}>{another}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.map(
        (kind) =>
          records[kind].gone.length > 0 && <Gone key={kind} kind={kind} records={records[kind]} whenOf={whenOf} />,
      )}
    </section>
  );
}

function Gone({
  kind,
  records: { counts, gone },
  whenOf,
}: {
  readonly kind: keyof Records;
  readonly records: Kind;
  readonly whenOf: (iso: string) => string;
}) {
  const t = useTranslations();
  const more = counts.missing + counts.another - gone.length;
  return (
    <details className={styles.gone}>
      <summary>{t(`stationChanged.records.gone.${kind}`, { count: counts.missing + counts.another })}</summary>
      <ul>
        {gone.map((each) => (
          <li key={`${each.libretimeId} ${each.startsAt ?? each.title}`}>
            {each.startsAt ? (
              t.rich("stationChanged.records.titleAndTime", {
                title: each.title,
                when: whenOf(each.startsAt),
                b: (text) => <b>{text}</b>,
              })
            ) : (
              <b>{each.title}</b>
            )}
            <span>{stateText({ t }, each, whenOf)}</span>
          </li>
        ))}
        {more > 0 && <li>{t("stationChanged.records.more", { count: more })}</li>}
      </ul>
    </details>
  );
}

function stateText(
  { t }: Pick<Words, "t">,
  { state, libretimeId, thereNow, thereAt }: Kind["gone"][number],
  whenOf: (iso: string) => string,
): string {
  const id = String(libretimeId);
  if (state === "missing") return t("stationChanged.records.idMissing", { id });
  if (!thereNow) return t("stationChanged.records.idReplaced", { id });
  return thereAt
    ? t("stationChanged.records.idReplacedByAt", { id, title: thereNow, when: whenOf(thereAt) })
    : t("stationChanged.records.idReplacedBy", { id, title: thereNow });
}

function totalOf({ counts: { there, missing, another } }: Kind): number {
  return there + missing + another;
}
