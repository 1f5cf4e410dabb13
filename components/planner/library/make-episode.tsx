import { useState, type FormEvent } from "react";
import { useWords } from "@/components/language/use-words";
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
  const words = useWords();
  const { t } = words;
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
          const names = { show: show.title, title: made.title };
          const text = made.existed ? t("library.make.existed", names) : t("library.make.made", names);
          toasts.show({ text, action: { label: t("library.make.showIt"), act: () => onShowEpisode(made.title) } });
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
      aria-label={t("library.make.label", { title: track.title })}
    >
      <label className={styles.show}>
        {t("library.make.show")}
        <select value={show?.id ?? ""} onChange={(event) => setChosenId(event.target.value)} required autoFocus={!show}>
          <option value="" disabled>
            {t("library.make.chooseShow")}
          </option>
          {shows.map(({ id, title: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label={t("library.make.title")}
        value={title}
        onChange={(event) => setTyped(event.target.value)}
        required
        maxLength={200}
        autoFocus={show !== null}
        problem={error ? whyNot(words, error) : undefined}
      />
      <div className={styles.acts}>
        <Button look="quiet" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button look="primary" type="submit" busy={isPending}>
          {isPending ? t("library.make.busy") : t("library.make.submit")}
        </Button>
      </div>
    </form>
  );
}
