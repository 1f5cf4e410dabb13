/** A programme of the demo: its title is the artist of its files. */
export type DemoShow = {
  readonly title: string;
  readonly host: string;
  readonly description: string;
  readonly colour: string;
  readonly minutes: number;
};

/** Radio Colline's twelve programmes, as its editors describe them. */
export const demoShows: readonly DemoShow[] = [
  {
    title: "Night Waves",
    host: "Ines Marchetti",
    colour: "#5b6be0",
    minutes: 60,
    description: "Tape, synthesisers and the hours they belong to. Ines plays whole sides and says little.",
  },
  {
    title: "Deep Rooms",
    host: "Tobi Akande",
    colour: "#c2571c",
    minutes: 90,
    description: "Basslines, and the buildings they were played in.",
  },
  {
    title: "Blue Hour",
    host: "Clara Venn",
    colour: "#b23b86",
    minutes: 60,
    description: "Slow jazz for the end of the day, trios mostly.",
  },
  {
    title: "Kiln",
    host: "Rafe Donnelly",
    colour: "#8f7419",
    minutes: 45,
    description: "Music that is made by hand and comes out cracked.",
  },
  {
    title: "Harbour Lights",
    host: "Maren Solberg",
    colour: "#3f6fb5",
    minutes: 60,
    description: "Songs from coasts, and from people who left them.",
  },
  {
    title: "The Reading Lamp",
    host: "Odile Farrant",
    colour: "#9a4f6a",
    minutes: 30,
    description: "One short story, read aloud, with nothing under it.",
  },
  {
    title: "Field Notes",
    host: "Jonah Pryce",
    colour: "#2a8f6b",
    minutes: 30,
    description: "A place, a microphone and half an hour.",
  },
  {
    title: "New Music Post",
    host: "Salma Idris",
    colour: "#2f7d9c",
    minutes: 60,
    description: "What came in the post this week, opened on air.",
  },
  {
    title: "Working Songs",
    host: "Bram Kettering",
    colour: "#b8433f",
    minutes: 45,
    description: "Trades, tools and what was sung over them.",
  },
  {
    title: "The Long Table",
    host: "Nadia Brun",
    colour: "#4c7f2e",
    minutes: 60,
    description: "Four guests, one meal, no hurry.",
  },
  {
    title: "Second Movement",
    host: "Pieter Vos",
    colour: "#7a4fd0",
    minutes: 90,
    description: "One work, heard whole, with the score on the desk.",
  },
  {
    title: "Rules of Play",
    host: "Lucie Hamm",
    colour: "#57708a",
    minutes: 30,
    description: "Games, and those who take them seriously.",
  },
];

/** Episodes that are announced but have no track yet, as every library has. */
export const unrecorded: readonly { readonly show: string; readonly title: string }[] = [
  { show: "Kiln", title: "Bricklayers and brass" },
  { show: "Night Waves", title: "The lighthouse keeper's reel" },
  { show: "The Long Table", title: "Soup for strangers" },
];
