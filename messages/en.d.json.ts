// Written by `npm run messages`.
declare const messages: {
  "time": {
    "shortDay": "{weekday} {day}",
    "shortDate": "{weekday} {day} {month}",
    "longDay": "{weekday} {day} {month} {year}",
    "weekInMonth": "{from} – {to} {month} {year}",
    "weekInYear": "{from} {fromMonth} – {to} {month} {year}",
    "weekOverYears": "{from} {fromMonth} {fromYear} – {to} {month} {year}",
    "repeatedHour": "{clock} {pass, select, first {A} other {B}}",
    "range": "{from} – {to}",
    "spokenRange": "{weekday} {from} to {to}",
    "weekdayAndClock": "{weekday} {clock}",
    "minutes": "{count, number} min",
    "hours": "{count, number} h",
    "hoursAndMinutes": "{clock} h",
    "longer": "{amount} longer",
    "shorter": "{amount} shorter",
    "now": "now",
    "secondsAgo": "{count, number} s ago",
    "minutesAgo": "{count, number} min ago",
    "hoursAgo": "{count, number} h ago",
    "weekdayAndRange": "{weekday} {from} – {to}",
    "dateAndClock": "{date} {clock}"
  },
  "common": {
    "close": "Close",
    "cancel": "Cancel",
    "tryAgain": "Try again",
    "undo": "Undo",
    "redo": "Redo",
    "signInAgain": "Sign in again",
    "listedApart": "{list}; {next}"
  },
  "block": {
    "when": "When",
    "zone": "{zone} time",
    "length": "Length",
    "lengthAndTrack": "{length}<faint>, track {track}</faint>",
    "holds": "Holds",
    "holdsLive": "A live programme; no file may be planned here",
    "holdsStream": "The webstream “{title}”, as long as the slot",
    "airing": "Airing",
    "state": "State",
    "onAirNow": "On air now.",
    "isLive": "Live.",
    "plannedBy": "Planned by",
    "instance": "instance {id}",
    "rows": "row {ids}",
    "files": "file {ids}",
    "move": "Move…",
    "moveToTime": "Move to a time…",
    "takeOff": "Take off the grid",
    "select": "Select",
    "episodeInAdmin": "Episode in admin",
    "staysOnAir": "What is on air stays as it is.",
    "staysAired": "Already aired; it can't be changed.",
    "cut": "The last {cut} of the track will not be heard: it stops with the slot.",
    "cutOfLongerFile": "The last {cut} of the track will not be heard: its file is longer than when it was planned. Take it off and plan it again to air all of it.",
    "deadAir": "After the track, {silence} of silence until the slot ends.",
    "mark": {
      "onAir": "ON AIR",
      "live": "LIVE"
    }
  },
  "card": {
    "repairs": "What is to count",
    "ways": "Ways out",
    "oldWays": "These are for the week as it was last seen: LibreTime does not answer.",
    "noWay": "No free stretch that long this week.",
    "moreWays": "{count, plural, one {# more way} other {# more ways}}",
    "lookAgain": "Look again",
    "anotherTime": "Another time…",
    "escapePutsBack": "Esc puts it back",
    "escapeCloses": "Esc closes"
  },
  "elsewhere": {
    "failed": "Where else it is planned could not be read.",
    "looking": "Looking where else it is planned…",
    "nowhere": "Planned nowhere.",
    "nowhereElse": "Planned nowhere else.",
    "where": "Where it is planned",
    "whereElse": "Where else it is planned",
    "times": "{count, plural, one {Planned once} other {Planned # times}}",
    "day": "{date} <faint>{year}</faint>",
    "kind": "{kind, select, here {this one} premiere {premiere} other {rerun}}"
  },
  "freshness": {
    "airweekSilent": "Airweek does not answer",
    "libretimeSilent": "LibreTime does not answer",
    "seen": "LibreTime, seen {ago}",
    "notSeen": "LibreTime not seen yet"
  },
  "gaps": {
    "free": "Free {length}",
    "dayAndRange": "{day}, {range}",
    "total": "{count, plural, one {# gap} other {# gaps}}, {length}",
    "totalAhead": "{count, plural, one {# gap} other {# gaps}} ahead, {length}",
    "title": "Dead air this week",
    "when": "<b>{day}</b> {range}",
    "inShow": "dead air in {showName}",
    "inSlot": "dead air in a slot",
    "between": "free",
    "endWithTrack": "End it with its track, at {clock}",
    "offers": "What fits",
    "offersFailed": "Couldn't load suggestions.",
    "offersLooking": "Looking for what fits…",
    "offersNone": "Nothing that is ready fits into {length}.",
    "plan": "Plan"
  },
  "ghost": {
    "when": "{weekday} {range}",
    "longFor": "{length} for {track}",
    "copy": "copy",
    "twice": "{pass, select, second {happens twice, this is the second} other {happens twice, this is the first}}",
    "chip": "{title} and {count, number} more",
    "hint": "{hand, select, finger {Tap} other {Click}} where {what, select, copy {the copy of “{title}”} other {“{title}”}} should start{others, plural, =0 {} one {; # more goes along} other {; # more go along}}.",
    "hintAlt": "With Alt: to the minute, exactly as long.",
    "putBack": "Put back"
  },
  "grid": {
    "zone": "The station's time: {zone}",
    "library": "Library",
    "skipped": "The clock skips {from} to {to}",
    "firstPass": "A <faint>first</faint>",
    "secondPass": "B <faint>second</faint>",
    "gap": "<spoken>{weekday} {range}, </spoken>free {length}",
    "empty": "Nothing planned on {weekday}.",
    "wasEmpty": "Nothing was planned on {weekday}.",
    "dropHere": "Drop an episode here.",
    "doubled": "doubled",
    "continued": "{slot}, continued",
    "airing": "{kind, select, premiere {premiere} other {rerun}}"
  },
  "header": {
    "week": "Week",
    "today": "Today",
    "previous": "{unit, select, day {Previous day} other {Previous week}}",
    "next": "{unit, select, day {Next day} other {Next week}}",
    "views": "View",
    "view": {
      "week": "Week",
      "day": "Day",
      "list": "List"
    },
    "you": "You",
    "youAre": "You: {name}",
    "role": "{role, select, admin {admin} programmer {programmer} host {host} other {viewer}}",
    "adminPages": "Shows, episodes, people",
    "programmerPages": "Shows and episodes",
    "publicWeek": "The station's public week",
    "signOut": "Sign out"
  },
  "history": {
    "title": "History",
    "keys": "Ctrl+Z undoes, Ctrl+Shift+Z redoes",
    "airweekSilent": "Airweek does not answer.",
    "none": "Nothing has been planned yet. What you and others do is listed here.",
    "entry": "{by, select, me {<b>You</b> {what}} other {<b>{who}</b> {what}}}",
    "redone": "redone",
    "undone": "undone",
    "underWay": "being done",
    "undo": "Undo: {what}",
    "redo": "Redo: {what}",
    "dayAndClock": "{day} {clock}"
  },
  "inbox": {
    "title": "Inbox",
    "notCompared": "Not compared with LibreTime yet",
    "compared": "Compared with LibreTime {ago}",
    "order": "Order",
    "newest": "Newest",
    "airsFirst": "Airs first",
    "which": "Which",
    "all": "All {count, number}",
    "neverAnswered": "LibreTime has not answered yet.",
    "late": "LibreTime does not answer, or Airweek is busy. What you see may have changed.",
    "nothing": "<b>Nothing wrong in the coming weeks.</b> Drift, cuts, dead air and tracks that went away are listed here as soon as they are seen.",
    "emptyLabel": "Inbox: nothing wrong in the coming weeks",
    "emptyTitle": "Nothing wrong in the coming weeks",
    "dangers": "{count, number} <unit>{count, plural, one {danger} other {dangers}}</unit>",
    "others": "{count, number} <unit>to look at</unit>",
    "danger": "danger:",
    "silences": "<b>Silent {length}</b> in {count, number} places",
    "silencesUntil": "between and in slots, until {clock}",
    "less": "less",
    "each": "each",
    "seenToday": "Seen today",
    "seenYesterday": "Seen yesterday",
    "seenOn": "Seen {day}",
    "justNow": "just now",
    "since": "since {when}",
    "group": "{group} {count, number}"
  },
  "list": {
    "free": "free {length}",
    "foreign": "LibreTime's own"
  },
  "menu": {
    "more": "More",
    "dayMore": "{weekday}: more",
    "thisWeek": "This week",
    "dayAndWeekMore": "This day and week: more",
    "weekMore": "This week: more",
    "copyDay": "Copy this day…",
    "copyWeek": "Copy this week…",
    "fill": "Fill the holes of this week…",
    "regular": "Regular slots…"
  },
  "notice": {
    "notShown": "The week cannot be shown.",
    "silentSince": "LibreTime has not answered since {since}.",
    "paused": "What you see is from {since}; planning is paused.",
    "pausedForYou": "Planning is paused until you have looked. What you see is what is there.",
    "pausedForAdmin": "Planning is paused until an admin has looked. What you see is what is there.",
    "seeDifferences": "See what differs",
    "mayBeOld": "What you see may be old.",
    "readOnly": "You can look at the week. Programmers plan it.",
    "airweekSilent": "Airweek does not answer. Check the connection.",
    "libretimeSilent": "LibreTime does not answer."
  },
  "onAir": {
    "heard": "<spoken>On air: </spoken><b>{what}</b>",
    "left": "<hidden>−</hidden>{length}<spoken> left</spoken>",
    "onTop": "{what}: heard on top of each other",
    "name": "{showName}: {title}",
    "notKnown": "On air: not known",
    "nothing": "Nothing on air",
    "nothingUntil": "Nothing is heard until {when}",
    "silencedBy": "{name}: {sentence}"
  },
  "timeCard": {
    "move": "Move “{title}”",
    "plan": "Plan “{title}”",
    "day": "Day",
    "starts": "Starts, {zone} time",
    "minutes": "Minutes",
    "twice": "{time} happens twice that night",
    "first": "The first time (A)",
    "second": "The second time (B), an hour later",
    "skipped": "{time} does not exist on {weekday}: the clock goes straight to {clock}.",
    "verdict": "{range}: <verdict>{words}</verdict>",
    "moveThere": "Move it there",
    "planThere": "Plan it there"
  },
  "station": {
    "title": {
      "onAir": "{show}, on {station} now",
      "week": "{station}: the week",
      "description": "What is on {station} now, and the week's programme."
    },
    "zone": "Times are {zone} time",
    "lastSeen": "The schedule was last seen at <time>{clock}</time>. It may have changed since.",
    "unreadable": {
      "title": "The schedule cannot be read at the moment",
      "rest": "The programme itself goes on. This page looks again by itself."
    },
    "now": {
      "label": "On now",
      "tag": {
        "onAir": "On air now",
        "live": "On air, live",
        "unknown": "Not known",
        "silent": "Between programmes"
      },
      "unknown": "What is on the air is not known right now",
      "silentUntil": "Nothing is heard until {when}",
      "silent": "Nothing is announced right now",
      "until": "until <time>{clock}</time>",
      "next": "Next"
    },
    "entry": {
      "until": "until {clock}",
      "live": "Live",
      "onAir": "On air"
    },
    "weeks": {
      "label": "Weeks",
      "nextSevenDays": "The next seven days",
      "before": "Week before",
      "after": "Week after",
      "thisWeek": "This week from Monday",
      "nextWeek": "Next week"
    },
    "days": {
      "label": "Days",
      "empty": "Nothing is announced for these days yet."
    },
    "day": {
      "name": "{weekday} <number>{day}</number>",
      "nameOfToday": "{weekday} <number>{day}</number><aside> (today)</aside>",
      "empty": "Nothing announced.",
      "earlier": "{count, number} earlier",
      "earlierToday": "{count, number} earlier today",
      "clocksForward": "Clocks go forward: {from} becomes {to}.",
      "clocksBack": "Clocks go back: {from} becomes {to}."
    },
    "broken": "The programme itself goes on. If this page stays broken, tell the station."
  },
  "signIn": {
    "lead": "Sign in to plan the week.",
    "leadWithoutPeople": "Nobody can sign in yet.",
    "email": "Email",
    "password": "Password",
    "submit": "Sign in",
    "busy": "Signing in …",
    "demo": {
      "label": "The demo's sign-in",
      "email": "Demo email",
      "password": "Password"
    },
    "station": "Only want to know what is on? <link>See the station’s week</link>",
    "firstPerson": {
      "how": "The database has no people. Make the first one where Airweek runs, then load this page again:",
      "password": "The command prints the password."
    },
    "problem": {
      "noAnswer": "Airweek does not answer. Check your connection, then try again.",
      "wrong": "Wrong email or password.",
      "refused": "This page was refused. Reload it, then try again.",
      "database": "Airweek cannot reach its database right now. Try again in a moment.",
      "broken": "The sign-in broke on our side. Try again; if it stays, tell whoever runs this server."
    }
  },
  "stationChanged": {
    "loading": "Comparing our records with LibreTime…",
    "again": "Look again",
    "back": "Back to the week",
    "ours": "This is the LibreTime that our records belong to. Planning works.",
    "confirmedBy": "Confirmed by {name} on {when}.",
    "paused": "Planning is paused.",
    "change": {
      "another": "This is a different LibreTime from the one you planned on.",
      "earlier": "This LibreTime is in an earlier state than the one you planned on."
    },
    "seen": {
      "label": "What was seen",
      "differences": "What differs: {parts}.",
      "another": "{count, plural, one {# known id belongs to another row now} other {# known ids belong to other rows now}}",
      "gone": "{count, plural, one {# row is gone} other {# rows are gone}}",
      "back": "{count, plural, one {# row that had been deleted is back} other {# rows that had been deleted are back}}",
      "adviceAnother": "If the address is wrong, correct LIBRETIME_API_URL: planning resumes by itself when the right LibreTime answers.",
      "adviceEarlier": "LibreTime looks like this after a restore from a backup. If a newer backup will be restored, wait for it: planning then resumes by itself."
    },
    "records": {
      "title": "Our records in this LibreTime",
      "what": "What",
      "there": "There",
      "missing": "Missing",
      "replaced": "Replaced",
      "slots": "Slots to come",
      "shows": "Shows",
      "tracks": "Tracks of episodes",
      "streams": "Webstreams of slots",
      "gone": {
        "slots": "Slots to come, missing or replaced: {count, number}",
        "shows": "Shows, missing or replaced: {count, number}",
        "tracks": "Tracks of episodes, missing or replaced: {count, number}",
        "streams": "Webstreams of slots, missing or replaced: {count, number}"
      },
      "titleAndTime": "<b>{title}</b>, {when}",
      "idMissing": "Id {id} is missing.",
      "idReplaced": "Id {id} is something else now.",
      "idReplacedBy": "Id {id} is now “{title}”.",
      "idReplacedByAt": "Id {id} is now “{title}”, {when}.",
      "more": "and {count, number} more"
    },
    "confirming": {
      "title": "What confirming does",
      "rest": "From now on this counts as our LibreTime, and planning works again. Nothing is written to it. Slots that are not there stay on the grid as missing: put them on again, or take them off. What others made there stays as it is.",
      "changed": "LibreTime has changed since you looked. Nothing was confirmed. This is how it is now.",
      "confirm": "Take this LibreTime as ours"
    },
    "adminsOnly": {
      "title": "Only an admin may look at this",
      "rest": "Admins decide which LibreTime is the station’s."
    }
  },
  "ui": {
    "toasts": "What just happened",
    "dismiss": "Dismiss",
    "broken": {
      "title": "This page broke",
      "reference": "Reference in the log: {digest}"
    }
  },
  "page": {
    "title": {
      "week": "The week",
      "signIn": "Sign in",
      "stationChanged": "Is this our LibreTime?"
    },
    "stationChanged": "Airweek · {station}",
    "missing": {
      "title": "There is no such page",
      "rest": "The address may be mistyped, or what it led to is gone.",
      "planner": "The planner",
      "station": "The station’s week"
    },
    "broken": "What is on LibreTime is not touched by it. If it stays broken, tell whoever runs this server."
  },
  "library": {
    "title": "Library",
    "noAnswer": "Airweek does not answer. Is the network there?",
    "loading": "Loading",
    "clearSearch": "Clear the search",
    "nothingCalled": "Nothing is called “{text}”",
    "tabs": {
      "label": "What to choose from",
      "episodes": "Episodes",
      "tracks": "LibreTime tracks",
      "holds": "Live & streams"
    },
    "readiness": {
      "short": {
        "noTrack": "no track yet",
        "unknown": "track unknown",
        "hidden": "track hidden",
        "gone": "audio gone",
        "importPending": "importing",
        "importFailed": "import failed",
        "noLength": "no length",
        "replaced": "replaced in LibreTime"
      },
      "sentence": {
        "noTrack": "The episode has no track yet. Pick one from LibreTime's files.",
        "unknown": "LibreTime does not know the episode's track any more. Pick another one.",
        "hidden": "The track is hidden in LibreTime, which means deleted there.",
        "gone": "LibreTime says that the track's audio is gone.",
        "importPending": "LibreTime is still importing the track.",
        "importFailed": "LibreTime could not import the track.",
        "noLength": "LibreTime has no usable length for this track: it is missing, zero, or 24 hours or more, or its cue points leave nothing to play.",
        "replaced": "This is another recording now, under the number of the one that was picked. Pick the track again."
      },
      "notReady": "not ready",
      "replacedFile": "This is another recording now: LibreTime's file {id} was {former}; pick the track again.",
      "replacedStream": "This is another webstream now: LibreTime's webstream {id} was {former}; pick it again.",
      "former": "“{title}”",
      "formerWithLength": "“{title}”, {length}",
      "reasonAndFormer": "{reason}: was {former}"
    },
    "length": {
      "none": "no length",
      "seconds": "{count, plural, one {# second} other {# seconds}}",
      "minutes": "{count, plural, one {# minute} other {# minutes}}",
      "hours": "{count, plural, one {# hour} other {# hours}}",
      "hoursAndMinutes": "{hours, plural, one {# hour} other {# hours}} {minutes, plural, one {# minute} other {# minutes}}",
      "any": "Any length",
      "upTo": "up to {to, number} min",
      "over": "over {from, number} min",
      "between": "{from, number} – {to, number} min",
      "fromField": "From, min",
      "toField": "To, min",
      "noEnd": "any",
      "show": "Show"
    },
    "airing": {
      "never": "never aired",
      "last": "last {date}",
      "premiere": "premiere {when}",
      "rerun": "rerun {when}",
      "today": "today {clock}",
      "dayAndMonth": "{day} {month}",
      "monthAndYear": "{month} {year}",
      "wouldBePremiere": "Not planned yet: its first slot will be the premiere.",
      "wouldBeRerun": "Planned again after that, it is a rerun of {when}."
    },
    "hidden": {
      "label": "Hidden:",
      "show": "Show what is hidden: {what}",
      "ready": "{count, number} not ready",
      "length": "{count, number} by length",
      "aired": "{count, number} aired lately",
      "shows": "{count, number} of other shows",
      "genres": "{count, number} by genre",
      "tags": "{count, number} by tag"
    },
    "sort": {
      "label": "Order",
      "longestUnaired": "Longest unaired first",
      "newest": "Newest first",
      "title": "By title",
      "show": "By show",
      "shortest": "Shortest first",
      "longest": "Longest first"
    },
    "filters": {
      "label": "Filters",
      "named": "{name}: {choice}",
      "clear": "Clear filters",
      "ready": "Ready",
      "length": "Length",
      "shows": "Shows",
      "showsChosen": "{count, plural, =0 {Shows} =1 {{only}} other {# shows}}",
      "findShow": "Find a show",
      "genreAndTags": "Genre and tags",
      "genresAndTagsChosen": "{count, plural, =0 {Genre} =1 {{only}} other {# genres, tags}}",
      "findGenreOrTag": "Find a genre or tag",
      "genres": "Genres",
      "tags": "Tags",
      "notAiredFor": "Not aired for {days, number} days",
      "neverAired": "Never aired"
    },
    "choices": {
      "none": "There are none yet.",
      "noneCalled": "None is called “{text}”.",
      "all": "All",
      "done": "Done"
    },
    "episodes": {
      "label": "Episodes",
      "search": "Search episodes, shows, hosts",
      "count": "{count, plural, one {# episode} other {# episodes}}",
      "countOfAll": "{count, number} of {all, number} episodes",
      "notPlannable": "“{title}” cannot be planned yet. {reason}",
      "failed": "The library does not answer",
      "none": "No episodes yet",
      "noneWhy": "They are written in the editorial admin, or made from a file under “LibreTime tracks”.",
      "noneFits": "No episode fits these filters",
      "noneFitsWhy": "What each one hides is counted above.",
      "searched": "Titles, shows, hosts, genres and tags were searched.",
      "searchedFiltered": "Among what the filters leave, that is.",
      "clearFilters": "Clear the filters"
    },
    "tracks": {
      "search": "Search LibreTime's files",
      "count": "{count, plural, one {# file} other {# files}}",
      "countOfAll": "The first {count, number} of {all, number} files; search for the others",
      "failed": "The files cannot be listed",
      "none": "No files in LibreTime yet",
      "noneWhy": "Upload some there; they appear here within a minute.",
      "noneSays": "No file says “{text}”",
      "searched": "Titles, artists and albums were searched.",
      "noArtist": "no artist",
      "itIs": "It is “{title}”",
      "hasEpisode": "has an episode<hidden>: “{title}”</hidden>",
      "makeEpisode": "Make episode<hidden> of {title}</hidden>",
      "formerOf": "“{title}” had {former} under this number."
    },
    "make": {
      "label": "Make an episode of {title}",
      "show": "Show",
      "chooseShow": "Choose a show",
      "title": "Title",
      "submit": "Make episode",
      "busy": "Making it …",
      "made": "“{title}” is an episode of {show} now.",
      "existed": "{show} has an episode of this file already: “{title}”.",
      "showIt": "Show it"
    },
    "holds": {
      "search": "Search shows and webstreams",
      "searched": "Shows and webstreams were searched.",
      "webstreams": "Webstreams",
      "webstream": "webstream",
      "partOf": "as part of",
      "failed": "The webstreams cannot be listed",
      "noStreams": "LibreTime has no webstreams yet. Add some there; they appear here within a minute.",
      "noShowForStream": "There is no show yet that could carry one.",
      "noStreamCalled": "No matching webstreams.",
      "live": "Live",
      "liveBadge": "LIVE",
      "liveMeans": "keeps the time free, locked for files",
      "calledOnGrid": "Called on the grid",
      "noShowCalled": "No show is called so.",
      "noShows": "No shows yet",
      "noShowsWhy": "They are written in the editorial admin."
    }
  },
  "slot": {
    "name": "{show}, “{title}”",
    "gone": "It is not there any more.",
    "state": {
      "saving": {
        "short": "saving",
        "sentence": "It is being written to LibreTime; until it is there, it stays as it is."
      },
      "onLibreTime": {
        "short": "on LibreTime",
        "sentence": "It is on LibreTime, read back and checked."
      },
      "checking": {
        "short": "being checked",
        "sentence": "LibreTime may or may not have it; until that is known, it stays as it is."
      },
      "missing": {
        "short": "not on LibreTime",
        "sentence": "LibreTime does not have it any more. It will not be heard."
      },
      "changed": {
        "short": "changed in LibreTime",
        "sentence": "Somebody changed it in LibreTime. What is heard is what LibreTime says."
      },
      "duplicate": {
        "short": "twice on LibreTime",
        "sentence": "LibreTime has it more than once."
      },
      "unknown": {
        "short": "not checked",
        "sentence": "LibreTime gave no answer about it. This is how it was planned, or seen last."
      },
      "silencing": {
        "short": "silences the station",
        "sentence": "LibreTime's playout can't read this track's cue points or fades, and ignores every schedule change until this is fixed.",
        "whose": "It was made in LibreTime itself, and can be mended or deleted there."
      },
      "foreign": {
        "short": "made in LibreTime, locked",
        "sentence": "Made in LibreTime itself. Airweek leaves it as it is."
      }
    },
    "drift": {
      "neverAirs": {
        "short": "will not be heard",
        "sentence": "LibreTime has it outside of its show's time: it will not be heard."
      },
      "cues": {
        "short": "another part",
        "sentence": "LibreTime plays another part of its track, or fades it otherwise."
      },
      "holdGone": {
        "short": "not on LibreTime",
        "sentence": "LibreTime does not have it any more: nothing keeps its time free there."
      },
      "filled": {
        "short": "not empty",
        "sentence": "Somebody put something into it in LibreTime, which will be heard from {from} to {to} on {day}."
      },
      "row": {
        "moved": "moved to {when}",
        "ends": "ends at {clock}",
        "sentence": "LibreTime has it from {from} to {to} on {day}."
      },
      "show": {
        "moved": "show moved to {when}",
        "ends": "show ends at {clock}",
        "sentence": "LibreTime has its show from {from} to {to} on {day}."
      },
      "twin": {
        "short": "twice on LibreTime",
        "sentence": "LibreTime has the same track a second time, from {from} to {to} on {day}."
      }
    },
    "over": {
      "short": "{show} lies over it",
      "sentence": "{show} lies over it, from {from} to {to} on {day}."
    },
    "silence": {
      "whole": "Nothing is heard in it: it has no audio in LibreTime.",
      "places": "Nothing is heard for {length} of it, in {count, number} places.",
      "once": "Nothing is heard from {from} to {to}."
    },
    "lack": {
      "cut": "cut {length}",
      "deadAir": "dead air {length}"
    },
    "spoken": {
      "onAir": "on air now",
      "live": "live",
      "stream": "webstream"
    }
  },
  "airing": {
    "premiere": "premiere",
    "rerun": "rerun of {of}",
    "dateAndClock": "{date}, {clock}",
    "dateYearAndClock": "{date} {year}, {clock}"
  },
  "verdict": {
    "past": "that time has passed",
    "tooLong": "a slot is shorter than a day",
    "unsure": "may be taken: LibreTime does not answer",
    "free": "free, {how}",
    "freeShort": "free · {how}",
    "skipped": "That time does not exist on {weekday}: the clock goes straight to {clock}",
    "sentence": "{words}.",
    "taken": {
      "unnamed": "The time is taken",
      "by": "{show} is there from {from} to {to}",
      "then": "{taken}, then {show}",
      "thenMore": "{taken}, then {count, number} more",
      "byAnother": "another of these comes there",
      "staying": "{count, plural, one {one of these cannot leave that time} other {some of these cannot leave that time}}"
    },
    "live": "live, locked for files",
    "stream": "webstream",
    "noTrack": "free",
    "exact": "fits exactly",
    "group": {
      "unsure": "{count, plural, one {# slot} other {# slots}}",
      "all": "{count, plural, one {# slot, all fit} other {# slots, all fit}}",
      "none": "none of {count, number} fits",
      "some": "{fitting, number} of {count, number} fit"
    }
  },
  "refusal": {
    "tooLong": "A slot is shorter than a day.",
    "changed": {
      "headline": "The week has changed since you looked",
      "rest": "Nothing was written. These are the ways out now for “{title}”."
    },
    "sameTrack": "The same track is already there.",
    "live": "It is live, and locked for files.",
    "needs": "“{title}” needs {length}.",
    "quoted": "“{title}”",
    "foreign": "{name} was made in LibreTime itself and stays.",
    "plannedBy": "{name}, planned by {planner}.",
    "planned": "{name} is planned there."
  },
  "trouble": {
    "free": "Free {hours}",
    "doubled": "{from} – {to} {show} lies over it",
    "gap": "silence between two slots, until {until}",
    "group": {
      "dangers": "Dangers",
      "notAsPlanned": "Not as planned",
      "doubled": "Doubled",
      "tracks": "Tracks",
      "cuts": "Cuts",
      "deadAir": "Dead air"
    }
  },
  "problem": {
    "NO_ANSWER": "Airweek does not answer. It may or may not have been saved; look again before you repeat it.",
    "UNAUTHENTICATED": "Sign in, or send an API key.",
    "FORBIDDEN": {
      "others": "Only {needs} may do this.",
      "you": "You may not do this."
    },
    "MALFORMED_REQUEST": "The request cannot be read: {why}.",
    "MISSING_FIELDS": "Missing: {fields}.",
    "INVALID_TIME": "{field}: {why}.",
    "INVALID_TIME_RANGE": "{why}.",
    "SHOW_MISMATCH": "The episode belongs to another show.",
    "EPISODE_NOT_FOUND": "There is no such episode.",
    "SHOW_NOT_FOUND": "There is no such show.",
    "SLOT_NOT_FOUND": "There is no such slot any more.",
    "STREAM_NOT_FOUND": "LibreTime does not know that webstream any more. Pick another one.",
    "RULE_NOT_FOUND": "There is no such regular slot any more.",
    "TRACK_OVERLAP": "The same track is already there: {conflicts}.",
    "SLOT_OVERLAP": "The time is taken: {conflicts}.",
    "more": "{list} and {count, number} more",
    "STALE_PLAN": "The week has changed since you looked. Look again.",
    "STATION_CHANGED": {
      "another": "This is another LibreTime than the one that was planned on. Nothing is planned until an admin has looked.",
      "earlier": "This LibreTime is in an earlier state than the one that was planned on. Nothing is planned until an admin has looked."
    },
    "STILL_PLANNED": "It is still planned. Take it off the grid first.",
    "IN_THE_PAST": "That time has passed.",
    "ON_AIR": "It is on air now, and stays as it is.",
    "LIBRETIME_UNREACHABLE": "LibreTime does not answer. Nothing was changed.",
    "LIBRETIME_REFUSED_KEY": "LibreTime refuses our key. Whoever runs the server must check LIBRETIME_API_KEY.",
    "LIBRETIME_TOO_OLD": "This LibreTime cannot be planned from outside: 4.3 or later is needed.",
    "LIBRETIME_ANSWER": "LibreTime answered something unexpected ({what}).",
    "OUTCOME_UNKNOWN": "LibreTime may or may not have saved it; it is being checked.",
    "COORDINATION_UNREACHABLE": "Redis, through which several Airweek processes agree, does not answer. Nothing was changed.",
    "DATABASE_UNREACHABLE": "The database does not answer, or cannot be written. Nothing was changed.",
    "SHUTTING_DOWN": "Airweek is shutting down. Nothing was changed; try again in a moment.",
    "IDEMPOTENCY_KEY_REUSED": "This idempotency key was used for something else.",
    "NOTHING_TO_UNDO": "There is nothing of it to undo.",
    "STOPPED": "Stopped. What had been written is taken back.",
    "PASSWORD_REFUSED": "{why}",
    "WRONG_PASSWORD": "The old password is wrong.",
    "TOO_MANY_REQUESTS": {
      "seconds": "Too many attempts. Try again in {count, plural, one {# second} other {# seconds}}.",
      "minutes": "Too many attempts. Try again in {count, plural, one {# minute} other {# minutes}}."
    },
    "INTERNAL": "Something broke on our side. It is in the log."
  },
  "copying": {
    "title": {
      "day": "Copy {day}",
      "week": "Copy {week}"
    },
    "where": {
      "day": "{after, plural, =0 {to {day}} one {to {day} and the week after it} other {to {day} and the {after, number} weeks after it}}",
      "week": "{after, plural, =0 {to the week of {day}} one {to the week of {day} and the week after it} other {to the week of {day} and the {after, number} weeks after it}}"
    },
    "target": {
      "ontoDay": "Onto the day",
      "intoWeek": "Into the week",
      "timesOfDay": "For",
      "timesOfWeek": "And those after it",
      "daysInARow": "{count, plural, =1 {that day alone} other {# weeks in a row}}",
      "weeksInAll": "{count, plural, =1 {that week alone} other {# weeks in all}}",
      "weekInMonth": "{from} – {to} {month}",
      "weekOverMonths": "{from} {fromMonth} – {to} {month}",
      "weekOverYears": "{from} {fromMonth} {fromYear} – {to} {month}",
      "weeksLater": "{count, plural, =1 {{week} (the next week)} other {{week} (# weeks later)}}"
    },
    "submit": "{count, plural, one {Copy # slot} other {Copy # slots}}",
    "replaced": "{count, plural, one {One slot goes back to the library for it.} other {# slots go back to the library for it.}}",
    "tooMany": "More than {most, number} slots at once: copy into fewer weeks.",
    "failed": "The slots could not be read.",
    "reading": "Reading both weeks…",
    "foreign": "{count, plural, one {One slot of LibreTime’s own is not copied.} other {# slots of LibreTime’s own are not copied.}}",
    "count": {
      "open": "{count, plural, one {One needs an answer.} other {# need an answer.}}",
      "oneCopied": "It will be copied.",
      "oneLeftOut": "It is left out.",
      "allCopied": "All {all, number} will be copied.",
      "someCopied": "{count, number} of {all, number} will be copied.",
      "noneCopied": "None of {all, number} will be copied.",
      "nothing": "Nothing of ours is planned there.",
      "allThere": "{all, plural, =1 {It is there already.} other {All # are there already.}}",
      "noneFits": "{all, plural, =1 {It does not fit.} other {None of # fits.}}",
      "allFit": "{all, plural, =1 {The one slot fits.} other {All # fit.}}",
      "someFit": "{count, number} of {all, number} fit."
    },
    "reason": {
      "there": "It is there already.",
      "past": "That time has passed.",
      "neighbour": "Its neighbour {show} is copied there too.",
      "longer": "It would end at {clock}, since the clock goes forward in it.",
      "skipped": "{clock} does not exist on {weekday}: the clock goes straight to {next}."
    },
    "fit": {
      "twice": "{clock} comes twice: it stands in the {pass, select, first {first} other {second}} hour.",
      "longer": "It ends at {clock}: the clock goes forward in it.",
      "shorter": "It ends at {clock}: the clock goes back in it.",
      "mark": "fits"
    },
    "answer": {
      "leaveOut": "Leave it out",
      "asWished": "Put it at {clock}",
      "nearest": "Nearest free time: {when}",
      "trim": "Cut it to {range}",
      "otherPass": "Put it at {clock}, the other hour",
      "replace": "Replace {names}: back to the library",
      "replaceMany": "Replace {count, number} slots of {names}: back to the library",
      "unnamed": "it",
      "label": "What to do with {name}",
      "name": "{show}, {title}, {clock}"
    },
    "forAll": {
      "label": "For all conflicts",
      "all": "All:",
      "leaveOut": "Leave out",
      "nearest": "Nearest free",
      "replace": "Replace"
    },
    "rows": {
      "conflicts": "Conflicts",
      "fitting": "What fits",
      "others": "The others"
    },
    "clock": {
      "day": "{weekday} {day} {month}",
      "shorter": "{day} has 23 hours: the clock skips {from} to {to}.",
      "shorterKept": "All other local times are kept.",
      "shorterLost": "{count, plural, one {One slot has no place of its own there; all other local times are kept.} other {# slots have no place of their own there; all other local times are kept.}}",
      "longer": "{day} has 25 hours: {from} to {to} comes twice.",
      "longerKept": "All local times are kept.",
      "longerTwice": "What starts then stands in the first hour, and the second is left free; all local times are kept."
    }
  },
  "clearing": {
    "titleDay": "Clear {day}",
    "title": "Clear a stretch of the week",
    "from": "From",
    "to": "To",
    "at": "at",
    "fromTime": "From, time",
    "toTime": "To, time",
    "badTime": "Times are written as 20:00.",
    "backwards": "It ends before it begins.",
    "otherWeek": "Only the week that is shown can be cleared at once.",
    "nothing": "Nothing to remove here.",
    "goes": "{count, plural, one {# slot of ours goes off the grid.} other {# slots of ours go off the grid.}}",
    "submit": "{count, plural, =0 {Clear} one {Take off # slot} other {Take off # slots}}",
    "where": "off {day}",
    "stays": {
      "one": "{what} stays.",
      "many": "{what} stay.",
      "and": "{list} and {last}",
      "onAir": "What is on air now",
      "past": "{count, plural, one {# that has been on air} other {# that have been on air}}",
      "foreign": "{count, number} made in LibreTime",
      "beginsBefore": "{count, plural, one {# that begins before} other {# that begin before}}",
      "unsettled": "{count, number} being saved or checked"
    }
  },
  "act": {
    "planned": "planned {name} on {when}",
    "tookOff": "took {name} off {when}",
    "resized": "made {name} {longer}: {from} – {to}",
    "asPlanned": "put {name} as planned on {when}",
    "moved": "moved {name} from {from} to {to}",
    "movedAndResized": "moved {name} from {from} to {to}, {longer}",
    "putBack": "put {name} back on {when}",
    "resizedBack": "made {name} {longer} again: {from} – {to}",
    "movedBack": "put {name} back from {from} to {to}",
    "movedBackAndResized": "put {name} back from {from} to {to}, {longer}",
    "more": "{deeds}; and {count, number} more",
    "tookTheirs": {
      "plain": "took LibreTime's for {name}",
      "gone": "took LibreTime's for {name}: off the grid on {when}",
      "same": "took LibreTime's for {name}: as it is there on {when}",
      "moved": "took LibreTime's for {name}: moved from {from} to {to}"
    },
    "done": {
      "tookOff": "Took “{title}” off {when}.",
      "tookOffToLibrary": "Took “{title}” off {when}. It is in the library.",
      "planned": "Planned “{title}” on {when}{hasOthers, select, yes {; {others}} other {}}. On LibreTime.",
      "resized": "“{title}” is {longer}: now {from} – {to}{hasOthers, select, yes {; {others}} other {}}. On LibreTime.",
      "moved": "Moved “{title}” to {when}{hasOthers, select, yes {; {others}} other {}}. On LibreTime.",
      "movedAndResized": "Moved “{title}” to {when}, {longer}{hasOthers, select, yes {; {others}} other {}}. On LibreTime.",
      "nothing": "“{title}” is as it should be; nothing was changed."
    },
    "others": {
      "madeRoom": "{show} and {count, number} more made room",
      "backInLibrary": "{show} is back in the library",
      "ends": "{show} ends {clock}",
      "isOn": "{show} is on {when}"
    },
    "late": "It starts soon, and LibreTime looks only every few minutes: it may come in late."
  },
  "repair": {
    "theirs": "Take LibreTime's",
    "ours": {
      "headline": "Put ours back",
      "detail": "{range}, as it was planned",
      "done": "Put “{title}” back on {when}. On LibreTime."
    },
    "twin": {
      "detail": "ours goes, the one made in LibreTime stays; to keep ours, delete the other one there",
      "done": "Took ours of “{title}” off. LibreTime's stays."
    },
    "filled": {
      "detail": "the live hold goes, what was put into it stays; to keep it live, take that out there",
      "done": "“{title}” is off the grid. What was put into it stays."
    },
    "holdGone": {
      "detail": "it goes off the grid",
      "done": "Took “{title}” off {when}."
    },
    "rowGone": {
      "detail": "it goes off the grid, back to the library",
      "done": "Took “{title}” off {when}. It is in the library."
    },
    "shown": {
      "detail": "the grid shows it as LibreTime has it",
      "done": "“{title}” is as LibreTime has it."
    },
    "followed": {
      "detail": "the grid follows: {range}",
      "done": "“{title}” is on {when} now, as in LibreTime."
    },
    "letGo": {
      "detail": "it stays as it is there, as LibreTime's own",
      "done": "“{title}” is LibreTime's own now."
    }
  },
  "day": {
    "empty": "empty",
    "conflicts": "{count, plural, one {# conflict} other {# conflicts}}",
    "twice": "{count, number} twice on air",
    "toLookAt": "{count, number} to look at",
    "onAir": "on air",
    "live": "live {clock}",
    "gaps": "{count, plural, one {# gap} other {# gaps}}",
    "gapsAndHours": "{count, plural, one {# gap, {hours}} other {# gaps, {hours}}}",
    "nothingBegins": "nothing begins",
    "full": "full",
    "slotsAndHours": "{count, plural, one {# slot, {hours}} other {# slots, {hours}}}",
    "both": "{first} · {second}",
    "menu": {
      "selectAll": "Select all",
      "copy": "Copy this day…",
      "clear": "Clear…"
    }
  },
  "carry": {
    "putBack": "Put back.",
    "putBackWhereItWas": "Put back where it was.",
    "lifted": {
      "one": {
        "moved": "Picked up {show}, {title}.",
        "copies": "Picked up a copy of {show}, {title}."
      },
      "many": {
        "moved": "Picked up {count, plural, one {# slot} other {# slots}} by {show}, {title}.",
        "copies": "Picked up copies of {count, plural, one {# slot} other {# slots}} by {show}, {title}."
      }
    },
    "hint": {
      "one": "Arrows move it, Shift with arrows makes it longer or shorter, Enter drops it, Escape puts it back.",
      "escapeOne": "Escape puts it back.",
      "many": "Arrows move them, Enter drops them, Escape puts them back.",
      "escapeMany": "Escape puts them back."
    }
  },
  "batch": {
    "did": "{verb, select, move {moved} copy {copied} copyAndReplace {copied and replaced} plan {planned} takeOff {took off} other {cleared}} {count, plural, one {# slot} other {# slots}}",
    "didWhere": "{verb, select, move {moved} copy {copied} copyAndReplace {copied and replaced} plan {planned} takeOff {took off} other {cleared}} {count, plural, one {# slot} other {# slots}} {where}",
    "done": "{verb, select, move {Moved} copy {Copied} copyAndReplace {Copied and replaced} plan {Planned} takeOff {Took off} other {Cleared}} {count, plural, one {# slot} other {# slots}}.",
    "doneWhere": "{verb, select, move {Moved} copy {Copied} copyAndReplace {Copied and replaced} plan {Planned} takeOff {Took off} other {Cleared}} {count, plural, one {# slot} other {# slots}} {where}.",
    "stopping": "Stopping: what was written is taken back",
    "doing": "{doing, select, move {Moving} copy {Copying} plan {Planning} takeOff {Taking off} clear {Clearing} undo {Undoing} other {Redoing}}",
    "waiting": "{doing, select, move {Moving} copy {Copying} plan {Planning} takeOff {Taking off} clear {Clearing} undo {Undoing} other {Redoing}}…",
    "begun": "{doing, select, move {Moving} copy {Copying} plan {Planning} takeOff {Taking off} clear {Clearing} undo {Undoing} other {Redoing}} {count, plural, one {# slot} other {# slots}}",
    "progress": "{doing, select, move {Moving} copy {Copying} plan {Planning} takeOff {Taking off} clear {Clearing} undo {Undoing} other {Redoing}} {done, number} of {count, number}",
    "readingBack": "{doing, select, move {Moving} copy {Copying} plan {Planning} takeOff {Taking off} clear {Clearing} undo {Undoing} other {Redoing}} {count, plural, one {# slot} other {# slots}}: reading back",
    "doneOf": "{done, number} of {count, number}",
    "stop": "Stop",
    "stopIt": "Stop {doing, select, move {moving} copy {copying} plan {planning} takeOff {taking off} clear {clearing} undo {undoing} other {redoing}}",
    "stopped": "Stopped: nothing was {verb, select, move {moved} copy {copied} plan {planned} takeOff {taken off} other {cleared}}. What had been written is taken back.",
    "notStopped": "Not stopped: {why}",
    "end": {
      "some": "{refused, number} of {count, plural, one {# slot} other {# slots}} could not be {verb, select, move {moved} copy {copied} plan {planned} takeOff {taken off} other {cleared}}",
      "others": "{count, plural, one {The other one is on LibreTime.} other {The other # are on LibreTime.}}",
      "nothingChanged": "Nothing was changed.",
      "all": "Not {verb, select, move {moved} copy {copied} plan {planned} takeOff {taken off} other {cleared}}: {count, plural, one {# slot} other {# slots}}",
      "nothing": "Nothing was {verb, select, move {moved} copy {copied} plan {planned} takeOff {taken off} other {cleared}}",
      "none": "None of the {count, number} can be {verb, select, move {moved} copy {copied} plan {planned} takeOff {taken off} other {cleared}} right now.",
      "cannot": "{refused, number} of {count, plural, one {# slot} other {# slots}} can't be {verb, select, move {moved} copy {copied} plan {planned} takeOff {taken off} other {cleared}} right now.",
      "changed": "It has been changed since you looked.",
      "parts": "What cannot be",
      "rest": "{verb, select, move {Move} copy {Copy} plan {Plan} takeOff {Take off} other {Clear}} {count, plural, one {the one that fits} other {the # that fit}}",
      "leave": "Leave it"
    }
  },
  "way": {
    "put": "Put it at {clock}",
    "putOnDay": "Put it at {clock} on {weekday}",
    "move": "Move it to {clock}",
    "moveOnDay": "Move it to {clock} on {weekday}",
    "anotherDay": "Same time on {weekday}",
    "trimWish": "Make it {span}, {range}",
    "trimOthers": "End {names} at {clock}",
    "swap": "Swap with {names}: it goes to {when}",
    "pushLater": "Push {names} {amount} later",
    "pullEarlier": "Pull {names} {amount} earlier",
    "makeRoom": "Make room: {early} {earlyAmount} earlier, {late} {lateAmount} later",
    "giveTime": "Give {names} the nearest free time, {when}",
    "giveTimes": "Give {names} the nearest free times",
    "sendBack": "Send {names} back to the library",
    "upTo": "up to {amount}",
    "goes": "{show}: {from} → {to}",
    "goesMore": "{moves}, and {count, number} more",
    "names": {
      "none": "nobody",
      "two": "{first} and {second}",
      "more": "{first} and {count, number} more"
    },
    "detail": {
      "asWished": "free now; nothing else moves",
      "after": "nearest free time after; nothing else moves",
      "before": "nearest free time before; nothing else moves",
      "anotherDay": "{clock} is free there; nothing else moves",
      "shorter": "instead of {span}; nothing else moves",
      "cut": "the last {length} would be cut",
      "notCut": "the track still fits; nothing is cut",
      "trimOthers": "{count, plural, one {it loses dead air only; its track still fits} other {they lose dead air only; their tracks still fit}}",
      "swapped": "{moves}; yours starts at {clock}",
      "replaced": "{count, plural, one {{what}; yours takes its place} other {{what}; yours takes their place}}"
    },
    "spoken": {
      "goesBack": "{show}, {title}, goes back to the library from {from}.",
      "nothing": "{show}, {title}.",
      "comes": "{show}, {title}, comes on {to}.",
      "stays": "{show}, {title}, stays on {to}.",
      "goes": "{show}, {title}, goes from {from}, to {to}."
    }
  },
  "undo": {
    "undone": "Undone: {deed}.",
    "redone": "Redone: {deed}.",
    "notUndone": "Couldn't undo: {deed}. {why}",
    "notRedone": "Couldn't redo: {deed}. {why}",
    "changed": "It has been changed since.",
    "nothing": "Nothing to undo.",
    "nothingToRedo": "Nothing to redo."
  },
  "selection": {
    "none": "Nothing selected.",
    "count": "{count, number} selected.",
    "foreign": "Made in LibreTime: it cannot be selected.",
    "fixed": "It cannot be selected: it stays as it is.",
    "copied": "{count, plural, one {# slot copied.} other {# slots copied.}} Ctrl V in this or another week holds the copies over the grid.",
    "bar": {
      "label": "Selected slots",
      "count": "{count, number} selected",
      "move": "Move",
      "copy": "Copy",
      "takeOff": "Take off",
      "clear": "Clear selection",
      "clearByKey": "Clear selection (Esc)",
      "keys": {
        "move": "M",
        "copy": "Ctrl C",
        "takeOff": "Del"
      }
    }
  },
  "patterns": {
    "pace": "{weeks, plural, =1 {every week} other {every # weeks}}",
    "kind": {
      "premiere": "premiere",
      "rerun": "rerun"
    },
    "kindAndPace": "{kind} · {pace}",
    "rule": {
      "always": "{length}, {pace}",
      "from": "{length}, {pace}, from {from}",
      "until": "{length}, {pace}, until {until}",
      "fromUntil": "{length}, {pace}, from {from}, until {until}"
    },
    "filling": {
      "cut": "cut {length}",
      "deadAir": "dead air {length}",
      "waits": "{more, plural, =0 {“{title}” waits: {reason}} other {“{title}” and # more waits: {reason}}}",
      "and": "{list} · {next}",
      "blocked": "Somebody else is there.",
      "noneLeft": "Every episode is planned already.",
      "notReady": "“{title}” is next, but not ready: {reason}.",
      "noPremiere": "There is no premiere before it to repeat.",
      "left": "stays empty",
      "blockedBy": "{count, plural, one {{names} is there.} other {{names} are there.}}"
    },
    "fill": {
      "title": "Fill the holes of {week}",
      "submit": "{count, plural, one {Fill # hole} other {Fill # holes}}",
      "where": "in their regular places",
      "failed": "What they could be filled with could not be read.",
      "looking": "Looking for the next episodes…",
      "filled": "Every regular slot of this week is filled.",
      "count": "{count, number} of {all, number} can be filled.",
      "leftOut": "{count, plural, one {One would lose more than a tenth of its track: it is not ticked.} other {# would lose more than a tenth of their tracks: they are not ticked.}}",
      "choose": "Fill {show}, {when}"
    },
    "hole": {
      "when": "{day}, {range}",
      "regular": "A regular slot: {rule}",
      "past": "That time has passed.",
      "leftOut": "{show} is left out on {day}.",
      "failed": "What it could be filled with could not be read.",
      "looking": "Looking for its next episode…",
      "plan": "Plan “{title}”",
      "planOther": "Plan",
      "others": "Other episodes",
      "planned": "planned",
      "skip": "Skip this once",
      "spoken": "{weekday} {range}, free {length}, kept for {show}, {rule}",
      "continued": "… {show}"
    },
    "holes": {
      "count": "{count, plural, one {# hole} other {# holes}}",
      "title": "Regular slots that are still empty"
    },
    "regular": {
      "open": "Regular slots…",
      "title": "Regular slots",
      "add": "Add a regular slot",
      "none": "No show has a regular slot yet. With one, the grid shows where its next episode belongs, and fills the week in one go.",
      "name": "{show}, {when}",
      "change": "Change {name}",
      "remove": "Remove {name}",
      "removed": "{name} is no regular slot any more.",
      "back": "{name} is a regular slot again."
    },
    "form": {
      "change": "Change a regular slot",
      "new": "A new regular slot",
      "keep": "Keep it",
      "add": "Add it",
      "done": "{show}, {when}, is a regular slot.",
      "show": "Show",
      "chooseShow": "Choose a show",
      "day": "Day",
      "starts": "Starts",
      "minutes": "Minutes",
      "howOften": "How often",
      "everyWeeks": "{weeks, plural, =1 {Every week} other {Every # weeks}}",
      "anchor": "Counted from the week of",
      "kind": "For",
      "premieres": "Premieres",
      "reruns": "Reruns",
      "follows": "Repeats the premiere of",
      "lastPremiere": "its last premiere",
      "from": "First day (if any)",
      "until": "Last day (if any)",
      "skipped": "Left out on {days}.",
      "skipNone": "Leave none out"
    }
  }
};
export default messages;
