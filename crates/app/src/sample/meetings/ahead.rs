//! The meetings to come: the next one with its draft agenda, the takeover day already published, and one planned.

use pledgeboard_domain::{
    ItemKind, MeetingKind, MeetingState,
    Purpose::{Business, Check, Decide, Lead, Listen},
    Speaker::{Councillor, Officer, Partner, YoungPeople},
};

use super::sitting::{Sitting, item};

pub(super) const NEXT: Sitting = Sitting {
    key: "next",
    weeks: 0,
    kind: MeetingKind::Themed,
    title: "",
    place: "Youth Hub",
    themes: &["stays"],
    state: MeetingState::AgendaDrafted,
    starts: (17, 30),
    minutes: 120,
    overran: 0,
    approved_at: "",
    plain: "",
    comments: "",
    early: 0,
    second_version: "",
    attendance: &[],
    items: &[
        item("next welcome", "Welcome, apologies, interests", ItemKind::Welcome, Business, (2, 3), Councillor, "yusuf")
            .plainly("We say hello."),
        item("next told", "What children told us", ItemKind::ChildrenTold, Listen, (10, 20), YoungPeople, "okafor")
            .led_by("with two young representatives")
            .about("Six things that children and young people said since the last meeting.")
            .plainly("What you told us since the last meeting.")
            .said(&["tired", "bags", "car", "cat", "sunday", "leaflet"])
            .noted("Let the young representatives finish before anybody answers. Ask the Head of Placements to sit at the back."),
        item("next promise", "Promise 2: a home that stays", ItemKind::Promise, Check, (5, 20), Officer, "brennan")
            .promised(&[2])
            .said(&["tired", "car"])
            .about("Officers say kept; young people say not yet.")
            .plainly("Are we keeping our promise about your home?")
            .ask(&[
                "Who tells the school, and who checks that it happened?",
                "Of the last ten moves, how many children were asked first?",
            ])
            .with_papers(&["moves"])
            .noted("The report says 100% told on the day. Cllr Okafor saw otherwise: ask for the ten files."),
        item("next homes", "Unblocking homes near school", ItemKind::Theme, Lead, (12, 23), Officer, "marsh")
            .led_by("Director · Housing · NHS")
            .about("Would this be good enough for my child? Twelve of thirty new foster homes are found; spare rooms and \
                    planning rules hold back the rest.")
            .plainly("How we will find more homes near your school.")
            .promised(&[2, 6])
            .ask(&["Which barrier can this board remove tonight?", "Who is not in the room and should be?"])
            .with_papers(&["homes"]),
        item("next actions", "Actions", ItemKind::Actions, Check, (5, 5), Officer, "webb")
            .about("Thirteen open, three overdue, four ready to close.")
            .plainly("Did we do what we said?"),
        item("next minutes", "Minutes of {third}", ItemKind::LastMinutes, Business, (1, 4), Councillor, "yusuf")
            .approves("third"),
        item("next exclusion", "Exclusion of the public", ItemKind::Exclusion, Business, (0, 2), Councillor, "yusuf"),
        item("next inspection", "One home's inspection", ItemKind::Report, Lead, (0, 8), Officer, "brennan")
            .exempt(&[1, 2], "Inspection of a children's home", "It would show which children live in the home.")
            .about("Elm Lodge was judged to require improvement. What the young inspectors found in the summer stands in the \
                    report as well.")
            .noted("Ofsted publishes in two weeks: nothing before then.")
            .with_papers(&["inspection"]),
    ],
};

pub(super) const TAKEOVER: Sitting = Sitting {
    key: "takeover",
    weeks: 2,
    kind: MeetingKind::Takeover,
    title: "Takeover day",
    place: "Town Hall",
    themes: &["heard", "call"],
    state: MeetingState::AgendaPublished,
    starts: (16, 0),
    minutes: 90,
    overran: 0,
    approved_at: "",
    plain: "",
    comments: "",
    early: 0,
    second_version: "The young people added an item on the night number.",
    attendance: &[],
    items: &[
        item("takeover welcome", "Welcome by the young chair", ItemKind::Welcome, Business, (5, 0), YoungPeople, "young2")
            .led_by("Young chair")
            .plainly("The young chair opens the meeting."),
        item("takeover told", "What children told us", ItemKind::ChildrenTold, Listen, (15, 10), YoungPeople, "tanner")
            .led_by("Children in Care Council")
            .said(&["letters", "second", "social workers"])
            .plainly("The Children in Care Council tells us what matters."),
        item("takeover answers", "You said, we did", ItemKind::Promise, Check, (5, 15), Councillor, "adeyemi")
            .promised(&[10])
            .plainly("What became of what you said this year."),
        item("takeover gap", "One contract for evenings", ItemKind::Report, Decide, (3, 7), Partner, "marsh")
            .exempt(&[3], "A contract", "It concerns the business of the companies that have tendered.")
            .about("Two tenders for an evening line, with prices."),
        item("takeover call", "Someone to call at night", ItemKind::Other, Lead, (5, 15), YoungPeople, "young2")
            .led_by("Care Leavers' Forum")
            .promised(&[7])
            .said(&["sunday", "leaflet"])
            .late("The contract for the evening line ends before the next meeting, and the new one must be let first.")
            .plainly("Who can you call at night?"),
    ],
};

pub(super) const PLANNED: Sitting = Sitting {
    key: "planned",
    weeks: 11,
    kind: MeetingKind::Business,
    title: "",
    place: "Town Hall",
    themes: &["safe"],
    state: MeetingState::Planned,
    starts: (17, 30),
    minutes: 120,
    overran: 0,
    approved_at: "",
    plain: "",
    comments: "",
    early: 0,
    second_version: "",
    attendance: &[],
    items: &[],
};
