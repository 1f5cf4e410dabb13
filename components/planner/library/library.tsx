"use client";

import { useTranslations } from "next-intl";
import { useCallback, useId, useState } from "react";
import { EpisodesPanel } from "./episodes-panel";
import { noFilters, type Filters } from "./filters";
import { HoldsPanel } from "./holds-panel";
import styles from "./library.module.css";
import { Tabs } from "./tabs";
import { TracksPanel } from "./tracks-panel";
import type { LibraryProps } from "./library-props";

/** What can be planned: the station's episodes and, for who plans, LibreTime's files to make episodes of. Fits any width. */
export function Library({ canPlan, onPickUp, onWhere, selectedId }: LibraryProps) {
  const t = useTranslations();
  const [tab, setTab] = useState<"episodes" | "tracks" | "holds">("episodes");
  const [filters, setFilters] = useState(noFilters);
  const onFilters = useCallback((change: Partial<Filters>) => setFilters((now) => ({ ...now, ...change })), []);
  const showEpisode = useCallback((title: string) => {
    setFilters({ ...noFilters, text: title });
    setTab("episodes");
  }, []);
  const id = useId();
  return (
    <section className={styles.library} aria-label={t("library.title")}>
      {canPlan && (
        <Tabs
          id={id}
          tabs={{
            episodes: t("library.tabs.episodes"),
            tracks: t("library.tabs.tracks"),
            holds: t("library.tabs.holds"),
          }}
          chosen={tab}
          onChosen={setTab}
        />
      )}
      <div
        className={styles.panel}
        id={`${id}-panel`}
        {...(canPlan && { role: "tabpanel", "aria-labelledby": `${id}-${tab}` })}
      >
        {tab === "episodes" ? (
          <EpisodesPanel
            filters={filters}
            onFilters={onFilters}
            canPlan={canPlan}
            onPickUp={onPickUp}
            onWhere={onWhere}
            selectedId={selectedId ?? null}
          />
        ) : tab === "tracks" ? (
          <TracksPanel onShowEpisode={showEpisode} />
        ) : (
          <HoldsPanel onPickUp={onPickUp} selectedId={selectedId ?? null} />
        )}
      </div>
    </section>
  );
}
