import { eveningTitles } from "./evening-titles";
import { daytimeTitles } from "./daytime-titles";

/** One of Radio Colline's own programmes: what its episodes have in common. */
export type Programme = {
  readonly name: string;
  readonly host: string;
  readonly genre: string;
  readonly mood: string;
  readonly about: string;
  /** What an episode is made for; it comes out a little shorter. */
  readonly minutes: number;
  readonly titles: readonly string[];
};

/** Twelve programmes of twenty-five episodes. */
export const programmes: readonly Programme[] = [
  {
    name: "Night Waves",
    host: "Ines Marchetti",
    genre: "Electronic",
    mood: "Nocturnal",
    minutes: 60,
    about: "Tape, synthesisers and the hours they belong to.",
    titles: eveningTitles.nightWaves,
  },
  {
    name: "Deep Rooms",
    host: "Tobi Akande",
    genre: "Dub",
    mood: "Heavy",
    minutes: 90,
    about: "Basslines, and the buildings they were played in.",
    titles: eveningTitles.deepRooms,
  },
  {
    name: "Blue Hour",
    host: "Clara Venn",
    genre: "Jazz",
    mood: "Calm",
    minutes: 60,
    about: "Slow jazz for the end of the day.",
    titles: eveningTitles.blueHour,
  },
  {
    name: "Kiln",
    host: "Rafe Donnelly",
    genre: "Experimental",
    mood: "Restless",
    minutes: 45,
    about: "Music that is made by hand and comes out cracked.",
    titles: eveningTitles.kiln,
  },
  {
    name: "Harbour Lights",
    host: "Maren Solberg",
    genre: "Folk",
    mood: "Warm",
    minutes: 60,
    about: "Songs from coasts, and from people who left them.",
    titles: eveningTitles.harbourLights,
  },
  {
    name: "The Reading Lamp",
    host: "Odile Farrant",
    genre: "Spoken word",
    mood: "Quiet",
    minutes: 30,
    about: "One short story, read aloud.",
    titles: eveningTitles.readingLamp,
  },
  {
    name: "Field Notes",
    host: "Jonah Pryce",
    genre: "Documentary",
    mood: "Attentive",
    minutes: 30,
    about: "A place, a microphone and half an hour.",
    titles: daytimeTitles.fieldNotes,
  },
  {
    name: "New Music Post",
    host: "Salma Idris",
    genre: "Indie",
    mood: "Bright",
    minutes: 60,
    about: "What came in the post this week.",
    titles: daytimeTitles.newMusicPost,
  },
  {
    name: "Working Songs",
    host: "Bram Kettering",
    genre: "Folk",
    mood: "Steady",
    minutes: 45,
    about: "Trades, tools and what was sung over them.",
    titles: daytimeTitles.workingSongs,
  },
  {
    name: "The Long Table",
    host: "Nadia Brun",
    genre: "Talk",
    mood: "Sociable",
    minutes: 60,
    about: "Four guests, one meal, no hurry.",
    titles: daytimeTitles.longTable,
  },
  {
    name: "Second Movement",
    host: "Pieter Vos",
    genre: "Classical",
    mood: "Grave",
    minutes: 90,
    about: "One work, heard whole.",
    titles: daytimeTitles.secondMovement,
  },
  {
    name: "Rules of Play",
    host: "Lucie Hamm",
    genre: "Talk",
    mood: "Curious",
    minutes: 30,
    about: "Games, and those who take them seriously.",
    titles: daytimeTitles.rulesOfPlay,
  },
];
