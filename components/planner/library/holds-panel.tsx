import { Radio, SearchX, Unplug } from "lucide-react";
import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { HoldList } from "./hold-list";
import styles from "./holds-panel.module.css";
import { liveHolds, relays, wordsFind } from "./holds";
import library from "./library.module.css";
import type { LibraryHold } from "./library-hold";
import { ListState } from "./list-state";
import { ListSkeleton } from "./row-skeleton";
import { SearchField } from "./search-field";
import { useFacets, useStreams } from "./use-library";
import { whyNot } from "./why-not";

type Props = {
  readonly onPickUp: (hold: LibraryHold, event: PointerEvent | KeyboardEvent) => void;
  readonly selectedId: string | null;
};

/** What is planned without an episode: an hour that is kept for a live programme, and LibreTime's webstreams. */
export function HoldsPanel({ onPickUp, selectedId }: Props) {
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { shows } = useFacets();
  const { data, error, isPending, refetch } = useStreams();
  const body = useRef<HTMLDivElement>(null);
  const toList = () => body.current?.querySelector<HTMLElement>("[role=listbox]")?.focus();
  const show = shows.find(({ id }) => id === chosenId) ?? shows[0] ?? null;
  const live = useMemo(
    () => liveHolds(shows, name).filter((each) => wordsFind(text, each.showName)),
    [shows, name, text],
  );
  const streams = useMemo(
    () => (show ? relays(data?.items ?? [], show).filter((each) => wordsFind(text, each.title)) : []),
    [data, show, text],
  );
  const isNothing = text.trim() !== "" && live.length + streams.length === 0;
  return (
    <>
      <div className={library.tracksHead}>
        <SearchField label="Search shows and webstreams" text={text} onText={setText} onDown={toList} />
      </div>
      <div ref={body} className={styles.body}>
        {isNothing && (
          <ListState
            picture={<SearchX size={28} strokeWidth={1.5} />}
            title={`Nothing is called “${text.trim()}”`}
            action={<Button onClick={() => setText("")}>Clear the search</Button>}
          >
            Shows and webstreams were searched.
          </ListState>
        )}
        {!isNothing && (
          <section className={styles.group} aria-label="Webstreams">
            <div className={styles.head}>
              <h3>Webstreams</h3>
              {streams.length > 0 && (
                <label className={styles.choice}>
                  as part of
                  <select value={show?.id ?? ""} onChange={(event) => setChosenId(event.target.value)}>
                    {shows.map(({ id, title }) => (
                      <option key={id} value={id}>
                        {title}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </div>
            {streams.length > 0 && (
              <HoldList label="Webstreams" holds={streams} selectedId={selectedId} onPickUp={onPickUp} />
            )}
            {isPending && <ListSkeleton />}
            {error && (
              <ListState
                picture={<Unplug size={28} strokeWidth={1.5} />}
                title="The webstreams cannot be listed"
                action={<Button onClick={() => void refetch()}>Try again</Button>}
              >
                {whyNot(error)}
              </ListState>
            )}
            {data?.items.length === 0 && (
              <p className={styles.none}>
                LibreTime has no webstreams yet. Add some there; they appear here within a minute.
              </p>
            )}
            {data && data.items.length > 0 && streams.length === 0 && (
              <p className={styles.none}>
                {shows.length === 0 ? "There is no show yet that could carry one." : "No webstream is called so."}
              </p>
            )}
          </section>
        )}
        {!isNothing && (
          <section className={styles.group} aria-label="Live">
            <div className={styles.head}>
              <h3>Live</h3>
              <span className={styles.hint}>keeps the time free, locked for files</span>
            </div>
            {shows.length > 0 && (
              <div className={styles.name}>
                <TextField
                  label="Called on the grid"
                  placeholder="Live"
                  value={name}
                  maxLength={200}
                  onChange={(event) => setName(event.target.value)}
                />
              </div>
            )}
            {live.length > 0 ? (
              <HoldList label="Live" holds={live} selectedId={selectedId} onPickUp={onPickUp} />
            ) : (
              shows.length > 0 && <p className={styles.none}>No show is called so.</p>
            )}
            {shows.length === 0 && (
              <ListState picture={<Radio size={28} strokeWidth={1.5} />} title="No shows yet">
                They are written in the editorial admin.
              </ListState>
            )}
          </section>
        )}
      </div>
    </>
  );
}
