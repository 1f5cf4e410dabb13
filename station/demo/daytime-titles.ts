const list = (titles: string): readonly string[] => titles.split(";").map((title) => title.trim());

export const daytimeTitles = {
  fieldNotes:
    list(`Reed bed, first light; The bell-ringers of Lier; A quarry on its day off; Frogs under the motorway; The tannery; Eleven minutes inside a beehive;
    Market day in Ljubljana; The swifts come back; An allotment in February; Ice on the canal; Under the viaduct; Sheep, gate, dog; The salt pans of Guérande;
    A shipyard at lunch; Nightingales by the slip road; The peat cutters; Waiting room, platform two; Bats over the brewery; A hundred kilometres of hedge;
    The glacier, listened to; Wind farm, from below; The last switchboard; A village without cars; Owls for insomniacs; What grows between the rails`),
  newMusicPost:
    list(`Seven inches from Glasgow; Debuts and returns; The parcel from Reykjavik; Loud, then Lisbon; A label run from a bakery; Bedroom, Brno;
    Everything under three minutes; Guitars with a grudge; The second album problem; Demos we should not play; Singers who whisper; A postcard from Dakar;
    Split singles; Handwritten sleeves; The year so far; Bands named after rivers; Choruses only; Four songs about moving house; The returned parcel;
    Girls with drum kits; Songs for a broken lift; Postmarked Montréal; Vinyl, warped; A stamp from Tbilisi; The unopened pile`),
  workingSongs:
    list(`Bricklayers and brass; The waulking of the tweed; Hod carriers' chorus; Songs from the signal box; Hammer, anvil, third verse; Pickers and packers;
    The bakers' night shift; Pit bands of the Borinage; Rope, pulley, song; A foundry choir; Weavers of Roubaix; Ploughing tunes; Street cries of Naples;
    The typists' rag; Laying track, keeping time; Milkers and their tunes; Slate; What dockers danced to; The chimney sweep's ballad; Sawmill in waltz time;
    Lace and lament; The night cleaners' hymn; Charcoal burners; Threshing day; Knocking off`),
  longTable:
    list(`Soup and second thoughts; The cook who hated lunch; Bread, three ways; A beekeeper, a judge and two sisters; Pickles and politics; The village baker retires;
    Dinner with the lock keepers; Who washes up; The cheese that crossed a border; Four widows and a tart; Leftovers; Salt; The night market; Cherries in a bad year;
    A table for translators; The fishmonger's apology; Guests who stay late; Chestnuts; The allotment committee; Eating alone; The wedding caterers;
    Recipes from the barracks; A goose for eleven; The vegetarian butcher; Coffee, finally`),
  secondMovement:
    list(`Schubert, with the repeats; The slow fifth; A requiem in daylight; Six suites, one cello; The unfinished and the finished; Bruckner on a Tuesday; Clara, not Robert;
    Winter journey, entire; The Leningrad broadcast; Variations on a sleepless night; Sibelius and the swans; Late quartets, early evening; A mass for four voices;
    The harpsichord returns; Mahler without apologies; Boulanger's cantata; The sea, three sketches; Two pianos, one winter; The organ at Haarlem; Pavane;
    Ravel at the left hand; An oratorio in a gymnasium; The clarinet quintet; Preludes and their fugues; Songs on the death of bells`),
  rulesOfPlay:
    list(`Cones and draughts; The chess club above the launderette; Pétanque after rain; A referee explains; Marbles, a lost art; The dice maker; Bridge partners, forty years;
    Go, slowly; Pinball in the provinces; The woman who sets crosswords; Dominoes in Fort-de-France; House rules; The last bingo caller; Skittles; Cheats;
    A jigsaw of nothing but sky; Backgammon on the ferry; Curling for lowlanders; The world hopscotch record; Cards in the canteen; Darts and arithmetic;
    Tiddlywinks at Cambridge; The puzzle post; Hide and seek, professionally; Nine men's morris`),
} as const;
