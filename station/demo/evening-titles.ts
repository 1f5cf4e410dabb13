const list = (titles: string): readonly string[] => titles.split(";").map((title) => title.trim());

export const eveningTitles = {
  nightWaves:
    list(`Tape loops from Leeds; Marsh at four in the morning; The last train carries sequencers; Static over Rennes;
    A borrowed Juno; Rain on the mast; Snow, slowed down; Ferry terminal, lights on; Two oscillators and a kettle; Letters to a drum machine;
    The night porter's mixtape; Northbound, no stops; Echo chamber under the pool; Half a moon over Ghent; Streetlamps in E flat;
    The patience of arpeggios; Delay lines; Cassette culture in Porto; Somebody left the filter open; Long wave, short night;
    Hum; A choir of modems; The engineer's daughter; What the ring road sings; Slow glass`),
  deepRooms:
    list(`The weight of rooms; Basement, Bristol, 1994; Concrete and rosewater; Speaker boxes on the hill; Versions of a version;
    The plate reverb on Rue Oberkampf; Foundations; One drop after midnight; Carpet on the walls; A stairwell in Lagos;
    The man who tuned cellars; Spring tank; Low ceilings; Eleven minutes of the same chord; Warehouse with a view; Steppers for the night shift;
    Pressure drop; Where the bass collects; The cloakroom tapes; A church, deconsecrated; Sub and ceremony; Melodica weather;
    The bridge and its arches; Room tone; Everything through the space echo`),
  blueHour:
    list(`After the last set; Brushes; Ballads for a closed bar; Rain in Kansas City; The pianist next door; Smoke, then no smoke;
    A trumpet in the stairwell; Six ways to play Laura; Quiet as the vibraphone; The bassist walks home; Late light on the Meuse;
    Standards, slowly; One microphone in Stockholm; Chet in winter; Left hand only; Songs without the singer; The tenor and the window;
    Waltz for nobody in particular; Almost blue; A trio learns to breathe; Between the bridge and the chorus; Copenhagen, room nine;
    The drummer listens; Minor sevenths at dusk; Closing time in Turin`),
  kiln: list(`Glaze and grain; Prepared piano, unprepared guests; Metal, cooling; A concert for twelve radiators; Ash; The broken organ of Vianden;
    Feedback as a craft; Wire and wood; Three hundred bells; Music for a leaking roof; The sculptor's amplifier; Crackle; Thrown, fired, dropped;
    Contact microphones on the dam; Glass harmonica, no gloves; The shape of noise; A bowed bicycle; Scores drawn in chalk; Slip; Rust studies;
    The accordion taken apart; Eleven clay drums; Cold start; What the furnace said; Shards`),
  harbourLights:
    list(`Letters from the coast; Songs for the herring fleet; The lighthouse keeper's fiddle; Salt in the strings; Ballads of the Faroe boats;
    She sailed on a Tuesday; Galician winter; The rope walk; A hundred verses about fog; Low tide at Cancale; The emigrants' dance; Shanties, sung softly;
    The girl from Stavanger pier; Songs the island kept; Accordions in the rain; Homeward, by way of Cork; The drowned village; Mending nets;
    Two harbours, one tune; The pilot's daughter sings; Breton for beginners; A map of small boats; Knots; Storm glass; The last packet to Ostend`),
  readingLamp:
    list(`The clockmaker's holiday; A letter never posted; The goose and the notary; Room for one more; The orchard in March; My aunt's three umbrellas;
    The station at Klamm; Blue paint; Mr Abel counts the stairs; The wrong suitcase; A short history of snow; The tenant downstairs; Dust on the piano;
    Seven oranges; The cartographer's wife; What the ferryman knew; The night bus to Trieste; An honest mirror; The beekeeper's nephew;
    Small change; The photograph of nobody; Winter coats; A house with two doors; The lamp itself; Instructions for guests`),
} as const;
