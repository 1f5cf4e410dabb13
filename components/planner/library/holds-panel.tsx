import { Radio, SearchX, Unplug } from "lucide-react";
import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { HoldList } from "./hold-list";
import styles from "./holds-panel.module.css";
import { LIVE, liveHolds, relays, wordsFind } from "./holds";
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
  const words = useWords();
  const { t } = words;
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
        <SearchField label={t("library.holds.search")} text={text} onText={setText} onDown={toList} />
      </div>
      <div ref={body} className={styles.body}>
        {isNothing && (
          <ListState
            picture={<SearchX size={28} strokeWidth={1.5} />}
            title={t("library.nothingCalled", { text: text.trim() })}
            action={<Button onClick={() => setText("")}>{t("library.clearSearch")}</Button>}
          >
            {t("library.holds.searched")}
          </ListState>
        )}
        {!isNothing && (
          <section className={styles.group} aria-label={t("library.holds.webstreams")}>
            <div className={styles.head}>
              <h3>{t("library.holds.webstreams")}</h3>
              {streams.length > 0 && (
                <label className={styles.choice}>
                  {t("library.holds.partOf")}
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
              <HoldList
                label={t("library.holds.webstreams")}
                holds={streams}
                selectedId={selectedId}
                onPickUp={onPickUp}
              />
            )}
            {isPending && <ListSkeleton />}
            {error && (
              <ListState
                picture={<Unplug size={28} strokeWidth={1.5} />}
                title={t("library.holds.failed")}
                action={<Button onClick={() => void refetch()}>{t("common.tryAgain")}</Button>}
              >
                {whyNot(words, error)}
              </ListState>
            )}
            {data?.items.length === 0 && <p className={styles.none}>{t("library.holds.noStreams")}</p>}
            {data && data.items.length > 0 && streams.length === 0 && (
              <p className={styles.none}>
                {shows.length === 0 ? t("library.holds.noShowForStream") : t("library.holds.noStreamCalled")}
              </p>
            )}
          </section>
        )}
        {!isNothing && (
          <section className={styles.group} aria-label={t("library.holds.live")}>
            <div className={styles.head}>
              <h3>{t("library.holds.live")}</h3>
              <span className={styles.hint}>{t("library.holds.liveMeans")}</span>
            </div>
            {shows.length > 0 && (
              <div className={styles.name}>
                <TextField
                  label={t("library.holds.calledOnGrid")}
                  placeholder={LIVE}
                  value={name}
                  maxLength={200}
                  onChange={(event) => setName(event.target.value)}
                />
              </div>
            )}
            {live.length > 0 ? (
              <HoldList label={t("library.holds.live")} holds={live} selectedId={selectedId} onPickUp={onPickUp} />
            ) : (
              shows.length > 0 && <p className={styles.none}>{t("library.holds.noShowCalled")}</p>
            )}
            {shows.length === 0 && (
              <ListState picture={<Radio size={28} strokeWidth={1.5} />} title={t("library.holds.noShows")}>
                {t("library.holds.noShowsWhy")}
              </ListState>
            )}
          </section>
        )}
      </div>
    </>
  );
}
