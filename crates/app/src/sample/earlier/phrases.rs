//! Phrases from which earlier years are put together. `{}` is filled from the options of the row.

/// Something said about a theme, with options for its blank.
pub(super) type Phrase = (&'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip]
pub(super) const SAID: [Phrase; 28] = [
    ("stays", "I moved {} this year and I am tired of packing.", &["twice", "three times", "four times", "again"]),
    ("stays", "I want to stay near my {}.", &["school", "nan", "football team", "little brother"]),
    ("stays", "Nobody told me {} before I moved.", &["why", "when", "where", "anything"]),
    ("stays", "I see my sister {} and it is not enough.", &["once a month", "at Christmas", "in the holidays", "when there is a driver"]),
    ("call", "My social worker {}.", &["changed again", "rings me back", "remembers my birthday", "is always on leave"]),
    ("call", "When I rang, {}.", &["nobody picked up", "it went to voicemail", "they were kind", "I had to explain it all again"]),
    ("call", "I would like one person who {}.", &["stays", "knows my story", "comes to see me play", "answers on a Sunday"]),
    ("call", "I found out about the change {}.", &["from a letter", "by text", "from my carer", "last of all"]),
    ("safe", "I feel {} in my room.", &["safe", "less safe at night", "safer with the new lock", "watched"]),
    ("safe", "The {} scares me.", &["walk home", "bus", "alley by the shops", "noise at night"]),
    ("safe", "I wish staff would {}.", &["knock", "listen first", "stop shouting", "sit with us"]),
    ("safe", "It is better since {}.", &["the new manager came", "we got a garden", "the rules are on one page", "we chose the paint"]),
    ("healthy", "I waited {} to be seen.", &["ages", "nearly a year", "six weeks", "all summer"]),
    ("healthy", "The nurse {}.", &["is lovely", "came to our house", "explained it properly", "moved away"]),
    ("healthy", "Sport helps me more than {}.", &["a leaflet", "talking", "an app", "sitting in a waiting room"]),
    ("healthy", "I cannot sleep because of {}.", &["worry", "the heat", "my phone, probably", "moving day"]),
    ("school", "My {} teacher believes in me.", &["maths", "drama", "science", "PE"]),
    ("school", "I missed {} because of a meeting about me.", &["maths", "a trip", "sports day", "an exam practice"]),
    ("school", "Catching up after moving school took {}.", &["months", "a whole year", "a good tutor", "longer than they said"]),
    ("school", "I would like help with {}.", &["reading", "GCSE choices", "a college form", "fractions"]),
    ("adult", "I do not know how to {}.", &["pay rent", "read a payslip", "register with a doctor", "cook for one"]),
    ("adult", "My first flat had no {}.", &["curtains", "cooker", "bed", "heating for a week"]),
    ("adult", "I got {} and I am proud.", &["an apprenticeship", "a place at college", "my driving test", "my own keys"]),
    ("adult", "Nobody told me about {}.", &["staying put", "council tax", "savings", "the care leavers' offer"]),
    ("heard", "You asked me {} and then nothing happened.", &["twice", "last summer", "in the town hall", "at the review"]),
    ("heard", "At my review {}.", &["I spoke first", "nobody asked me", "there were too many people", "they used my words"]),
    ("heard", "I would rather tell you {}.", &["by text", "with a drawing", "while we cook", "on a walk"]),
    ("heard", "It felt good when {}.", &["you came back", "the chair wrote to me", "my idea was voted on", "you said sorry"]),
];

pub(super) const ANSWERS: [&str; 8] = [
    "We are putting this right now.",
    "This is the rule from now on.",
    "Your worker will ask you first.",
    "We have told everyone who needs to know.",
    "It already happens. Jess will show you how.",
    "You can do this now. Ask your carer.",
    "No, because it would not be safe. We are sorry.",
    "No, because the money has to go to homes first.",
];

pub(super) const EVENTS: [(&str, &str); 12] = [
    ("Pizza night", "Oak House"),
    ("Homework club", "Central Library"),
    ("Care leavers' drop-in", "Youth Hub"),
    ("Football and lunch", "Millfield Sports Ground"),
    ("Cook and talk", "Youth Hub kitchen"),
    ("Young inspectors", "Elm Lodge"),
    ("Health drop-in", "Vale Health Centre"),
    ("Celebration evening", "Anytown Theatre"),
    ("Brothers and sisters day", "Anytown Park"),
    ("Children in Care Council", "Town Hall"),
    ("Survey", "By phone and on paper"),
    ("Art afternoon", "Canal Street Hall"),
];

/// What happened at an event.
pub(super) const HAPPENED: [&str; 6] = [
    "More came than last time, and most stayed to the end. Moving home was what they wanted to talk about.",
    "A quiet afternoon. Two young people spoke for the first time and said things that nobody had heard before.",
    "Food first, then talk in small groups. The interpreters made the difference.",
    "They showed me round and did not need me to ask questions.",
    "Several asked what became of what they said last time. I could answer for half of it.",
    "The report I had read beforehand did not match what I saw.",
];

/// Subjects of themed items and reports: title, and what the minutes say.
pub(super) const SUBJECTS: [(&str, &str); 12] = [
    (
        "Foster homes near school",
        "The Board heard how many families are part of the way through approval, and what holds them back.",
    ),
    (
        "Education plans",
        "The Board heard how many plans are up to date, and asked what children say about them.",
    ),
    ("First homes", "Members asked where each young person who turned 18 slept on the first night."),
    (
        "The wait for CAMHS",
        "The Board compared the wait with that of last year and asked for a date by which it will fall.",
    ),
    (
        "Social workers who stay",
        "The Board heard how many social workers left, and why those who stayed did so.",
    ),
    (
        "Children out of school",
        "Each child out of school was considered in turn, by age and by weeks out of school.",
    ),
    ("Family time", "Members asked how often family time was cancelled, and for what reason."),
    ("Apprenticeships", "The Board heard how many places are filled, and which departments have none."),
    ("Dentists", "Members asked why some children have no dentist and who could change that."),
    ("Leisure passes", "The Board heard how often passes are used, and by whom they are not."),
    ("Placed at a distance", "The Board heard who visits those who live far away, and how often."),
    ("Reviews", "Members asked where and when reviews are held, and who chooses."),
];

pub(super) const RESOLVED: [&str; 8] = [
    "that the Director report back at the next meeting with names of those responsible",
    "that the lead member write to the partner concerned and bring the reply to the Board",
    "that the figures be shown from the child's first day, not from assessment",
    "that young people be asked before the plan is finished",
    "that the offer be open to every child without having to ask",
    "that progress be shown on one page at each meeting",
    "that the council fund this from within the year's budget",
    "that the trial be extended to all homes",
];

pub(super) const TASKS: [(&str, &str); 12] = [
    ("Bring the figures from the child's first day", "We will count from your first day."),
    ("Write to the integrated care board and report the reply", "We will ask the health service."),
    ("Ask young people what they think of the plan", "We will ask you what you think."),
    ("Find a room that is free in the evening", "We will find a room for the evening."),
    ("Draw up a list of those who wait, longest first", "We will see who waits longest."),
    ("Ring each family and say what happens next", "We will ring your family."),
    ("Put the rule on one page for carers", "Carers get the rule on one page."),
    ("Settle who pays before the end of the quarter", "We will settle who pays."),
    ("Invite Housing to the next meeting", "We will ask Housing to come."),
    ("Tell those who raised it what was decided", "We will tell you what we decided."),
    ("Check five files and report what they show", "We will check if it really happens."),
    ("Agree a date with the school", ""),
];
