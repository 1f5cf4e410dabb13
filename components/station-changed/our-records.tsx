import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";
import styles from "./station-changed.module.css";

type Records = inferRouterOutputs<AppRouter>["station"]["changed"]["records"];
type Kind = Records[keyof Records];

const kinds: readonly (readonly [keyof Records, string])[] = [
  ["slots", "Slots to come"],
  ["shows", "Shows"],
  ["tracks", "Tracks of episodes"],
  ["streams", "Webstreams of slots"],
];

/** What of our records is there, missing, or replaced: the counts, and what they are. */
export function OurRecords({
  records,
  whenOf,
}: {
  readonly records: Records;
  readonly whenOf: (iso: string) => string;
}) {
  const shown = kinds.filter(([kind]) => totalOf(records[kind]) > 0);
  return (
    <section className={styles.part} aria-labelledby="records">
      <h2 id="records">Our records in this LibreTime</h2>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">What</span>
            </th>
            <th scope="col">There</th>
            <th scope="col">Missing</th>
            <th scope="col">Replaced</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([kind, name]) => {
            const { there, missing, another } = records[kind].counts;
            return (
              <tr key={kind}>
                <th scope="row">{name}</th>
                <td>{there}</td>
                <td data-tone={missing > 0 ? "amber" : undefined}>{missing}</td>
                <td data-tone={another > 0 ? "red" : undefined}>{another}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.map(
        ([kind, name]) =>
          records[kind].gone.length > 0 && <Gone key={kind} name={name} records={records[kind]} whenOf={whenOf} />,
      )}
    </section>
  );
}

function Gone({
  name,
  records: { counts, gone },
  whenOf,
}: {
  readonly name: string;
  readonly records: Kind;
  readonly whenOf: (iso: string) => string;
}) {
  const more = counts.missing + counts.another - gone.length;
  return (
    <details className={styles.gone}>
      <summary>
        {name}, missing or replaced: {counts.missing + counts.another}
      </summary>
      <ul>
        {gone.map((each) => (
          <li key={`${each.libretimeId} ${each.startsAt ?? each.title}`}>
            <b>{each.title}</b>
            {each.startsAt && <>, {whenOf(each.startsAt)}</>}
            <span>{stateText(each, whenOf)}</span>
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </details>
  );
}

function stateText(
  { state, libretimeId, thereNow, thereAt }: Kind["gone"][number],
  whenOf: (iso: string) => string,
): string {
  if (state === "missing") return `Id ${libretimeId} is missing.`;
  if (!thereNow) return `Id ${libretimeId} is something else now.`;
  return `Id ${libretimeId} is now “${thereNow}”${thereAt ? `, ${whenOf(thereAt)}` : ""}.`;
}

function totalOf({ counts: { there, missing, another } }: Kind): number {
  return there + missing + another;
}
