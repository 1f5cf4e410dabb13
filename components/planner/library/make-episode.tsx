import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useToasts } from "@/components/ui/toasts";
import { showOf, titleOf } from "./episode-of-track";
import type { LibraryTrack } from "./library-answers";
import styles from "./make-episode.module.css";
import { useFacets, useMakeEpisode } from "./use-library";
import { whyNot } from "./why-not";

type Props = {
  readonly track: LibraryTrack;
  readonly onShowEpisode: (title: string) => void;
  readonly onClose: () => void;
};

/** Makes an episode of a file: of which show, and called what. Both are guessed from what the file says of itself. */
export function MakeEpisode({ track, onShowEpisode, onClose }: Props) {
  const { shows } = useFacets();
  const toasts = useToasts();
  const guessed = showOf(track, shows);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const show = shows.find(({ id }) => id === chosenId) ?? guessed;
  const title = typed ?? titleOf(track, show?.title);
  const { mutate, isPending, error } = useMakeEpisode();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!show || !title.trim()) return;
    mutate(
      { trackId: track.id, showId: show.id, title: title.trim() },
      {
        onSuccess: (made) => {
          const text = made.existed
            ? `${show.title} has an episode of this file already: “${made.title}”.`
            : `“${made.title}” is an episode of ${show.title} now.`;
          toasts.show({ text, action: { label: "Show it", act: () => onShowEpisode(made.title) } });
          onClose();
        },
      },
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onClose();
        }
      }}
      aria-label={`Make an episode of ${track.title}`}
    >
      <label className={styles.show}>
        Show
        <select value={show?.id ?? ""} onChange={(event) => setChosenId(event.target.value)} required autoFocus={!show}>
          <option value="" disabled>
            Choose a show
          </option>
          {shows.map(({ id, title: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label="Title"
        value={title}
        onChange={(event) => setTyped(event.target.value)}
        required
        maxLength={200}
        autoFocus={show !== null}
        problem={error ? whyNot(error) : undefined}
      />
      <div className={styles.acts}>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button look="primary" type="submit" busy={isPending}>
          {isPending ? "Making it …" : "Make episode"}
        </Button>
      </div>
    </form>
  );
}
