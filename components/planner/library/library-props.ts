import type { KeyboardEvent, PointerEvent } from "react";
import type { LibraryEpisode } from "./library-episode";
import type { LibraryHold } from "./library-hold";

export type LibraryProps = {
  readonly canPlan: boolean;
  /**
   * A pointer went down on something that can be planned, or Enter was pressed on it. Whether that becomes a drag, a click-then-click or a keyboard plan is for whoever is told.
   */
  readonly onPickUp: (picked: LibraryEpisode | LibraryHold, event: PointerEvent | KeyboardEvent) => void;
  /** Somebody asks where it is planned. */
  readonly onWhere: (episode: LibraryEpisode) => void;
  /** What is being carried. While there is something, the list keeps still. */
  readonly selectedId?: string | null;
};
