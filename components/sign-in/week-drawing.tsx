import styles from "./sign-in.module.css";

/** Day by day: where a block starts and how high it is, in parts of the day's height, and its show's colour. */
const days: readonly (readonly (readonly [start: number, height: number, colour: string])[])[] = [
  [
    [0, 20, "#3b82a0"],
    [21, 26, "#c2571a"],
    [57, 18, "#b0418a"],
    [76, 24, "#2a8f6d"],
  ],
  [
    [0, 34, "#c2571a"],
    [35, 20, "#b0418a"],
    [56, 16, "#5b6ee1"],
    [80, 20, "#3b82a0"],
  ],
  [
    [8, 18, "#5b6ee1"],
    [27, 30, "#8a6d1f"],
    [58, 42, "#b0418a"],
  ],
  [
    [0, 24, "#b0418a"],
    [25, 22, "#3b82a0"],
    [48, 30, "#5b6ee1"],
    [79, 21, "#2a8f6d"],
  ],
  [
    [0, 18, "#2a8f6d"],
    [19, 24, "#8a6d1f"],
    [52, 22, "#3b82a0"],
    [75, 25, "#5b6ee1"],
  ],
  [
    [14, 40, "#8b95a3"],
    [55, 20, "#c2571a"],
    [76, 24, "#b0418a"],
  ],
  [
    [0, 22, "#5b6ee1"],
    [23, 24, "#b0418a"],
    [48, 24, "#8a6d1f"],
    [80, 20, "#2a8f6d"],
  ],
];

/** What is behind the door, without a word of it: a week. For eyes only. */
export function WeekDrawing() {
  return (
    <div className={styles.drawing} aria-hidden="true">
      {days.map((blocks, day) => (
        <div key={day} className={styles.day}>
          {blocks.map(([start, height, colour]) => (
            <span
              key={start}
              className={styles.block}
              style={{ top: `${start}%`, height: `${height}%`, ["--show" as string]: colour }}
            />
          ))}
        </div>
      ))}
      <span className={styles.now} />
    </div>
  );
}
