import { expect, test } from "vitest";
import { showOf, titleOf } from "./episode-of-track";

const show = (title: string) => ({ id: title, title, colour: "#5b6ee1" });

test("a file's title loses its ending, its underscores and the show's name", () => {
  expect(titleOf({ title: "Deep_Rooms_-_Cistern.mp3" }, "Deep Rooms")).toBe("Cistern");
  expect(titleOf({ title: "Cistern" }, "Deep Rooms")).toBe("Cistern");
});

test("a file that is called as its show keeps its title", () => {
  expect(titleOf({ title: "Deep Rooms" }, "Deep Rooms")).toBe("Deep Rooms");
});

test("the show is the one that the file names, the longer name first", () => {
  const shows = [show("Deep Rooms"), show("Kiln"), show("Deep Rooms Late")];
  expect(showOf({ title: "x", artist: null, album: "Deep Rooms Late, 2026" }, shows)?.title).toBe("Deep Rooms Late");
  expect(showOf({ title: "kiln 5", artist: null, album: null }, shows)?.title).toBe("Kiln");
  expect(showOf({ title: "Tide", artist: "Nobody", album: null }, shows)).toBeNull();
});
