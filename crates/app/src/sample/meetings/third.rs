//! The third meeting: ready for adult life. Its minutes are drafted, with the chair's comments.

use pledgeboard_domain::{
    AttendanceStatus::{Apologies, Present},
    InterestKind, ItemKind, MeetingKind, MeetingState,
    Purpose::{Business, Check, Decide, Lead, Listen, Note},
    Speaker::{Councillor, Officer, YoungPeople},
};

use super::sitting::{Sitting, came, item, resolved};

pub(super) const THIRD: Sitting = Sitting {
    key: "third",
    weeks: -8,
    kind: MeetingKind::Themed,
    title: "",
    place: "Youth Hub",
    themes: &["adult"],
    state: MeetingState::MinutesDrafted,
    starts: (17, 30),
    minutes: 120,
    overran: 3,
    approved_at: "",
    plain: "We talked about growing up. Care leavers pay no council tax. We want a kettle in every first home.",
    comments: "Item 4: say that the court letters were the council's own. Members were clear about that.",
    early: 1,
    second_version: "",
    attendance: &[
        came("rahman", Apologies),
        came("hargreaves", Present).interest(
            "third tenancy",
            InterestKind::DisclosablePecuniary,
            "Owner of a house let to the council",
            true,
        ),
        came("young1", Apologies),
    ],
    items: &[
        item("third welcome", "Welcome and apologies", ItemKind::Welcome, Business, (2, 1), Councillor, "yusuf")
            .minuted("Apologies were received from Dr Rahman and from one young representative.", "Everyone said hello."),
        item("third interests", "Declarations of interest", ItemKind::Interests, Business, (1, 1), Councillor, "yusuf").minuted(
            "Councillor Hargreaves declared a disclosable pecuniary interest in the item on first tenancies as owner of a \
             house let to the council, and left the room for it.",
            "",
        ),
        item("third told", "What children told us", ItemKind::ChildrenTold, Listen, (10, 20), YoungPeople, "young2")
            .led_by("A young representative with Cllr Hargreaves")
            .said(&["kettle", "tax", "driving", "savings", "lock", "box", "wifi", "garden", "brother", "driver"])
            .plainly("What you told us at Cook and talk, at Elm Lodge and at the picnic.")
            .minuted(
                "Councillor Hargreaves and a young representative reported from Cook and talk. The first night in a first \
                 flat was spoken of more than anything else. Councillor Adeyemi reported what the young inspectors found at \
                 Elm Lodge: two doors that do not lock, and a complaints box without a key.",
                "You told us about first flats, about locks and about the complaints box.",
            ),
        item("third adult", "A proper start as an adult", ItemKind::Promise, Check, (8, 22), Officer, "marsh")
            .promised(&[8])
            .said(&["court", "kettle"])
            .ask(&["Who turned 18 this quarter, and where did they sleep the first night?", "Would this be good enough for my child?"])
            .plainly("Are we keeping our promise about growing up?")
            .minuted(
                "The Director reported that 87% of care leavers of 19 to 21 live in suitable homes. Members asked why a care \
                 leaver who owes no council tax was sent a court letter by this council, and were told that two systems do \
                 not speak to each other.",
                "We are getting there with this promise. A court letter was sent by mistake. That was wrong.",
            )
            .resolving(&[
                resolved(
                    "that no reminder be sent to a care leaver before their adviser has rung them",
                    "Nobody gets a letter before their adviser rings them.",
                    "hargreaves",
                    "okafor",
                ),
                resolved(
                    "that a starter box be ready in every first home on the first day",
                    "A box with a kettle will be ready in your first home.",
                    "okafor",
                    "price",
                ),
            ]),
        item("third tenancy", "First tenancies", ItemKind::Report, Decide, (5, 10), Officer, "brennan")
            .plainly("How you get your first home.")
            .minuted(
                "The Board considered whether the council should stand as guarantor for a care leaver's first tenancy.",
                "We talked about helping you rent your first home.",
            )
            .resolving(&[resolved(
                "that Cabinet be asked to let the council stand as guarantor for first tenancies of care leavers under 25",
                "We asked the council to vouch for you when you rent.",
                "adeyemi",
                "okafor",
            )]),
        item("third actions", "Actions", ItemKind::Actions, Check, (5, 10), Officer, "webb").minuted(
            "The Board went through the action log, closed what was done, and sent one action that was late for the second \
             time to the lead member.",
            "We checked if we did what we said.",
        ),
        item("third minutes", "Minutes of {second}", ItemKind::LastMinutes, Business, (1, 2), Councillor, "yusuf")
            .approves("second")
            .minuted("The minutes were considered, with a correction to the recorded vote's order.", "")
            .resolving(&[resolved(
                "that the minutes of the last meeting be approved as a correct record and signed by the Chair",
                "We agreed that our notes were right.",
                "yusuf",
                "adeyemi",
            )]),
        item("third report", "Placements report, quarter 1", ItemKind::Report, Note, (5, 5), Officer, "brennan")
            .minuted("The Board noted the report, and asked that the next fit on four pages.", ""),
        item("third exclusion", "Exclusion of the public", ItemKind::Exclusion, Business, (0, 2), Councillor, "yusuf")
            .minuted("The Board considered whether the public interest lay in keeping the next item private.", "")
            .resolving(&[resolved("", "", "yusuf", "price")]),
        item("third serious", "A young person missing from home", ItemKind::Report, Lead, (5, 10), Officer, "marsh")
            .exempt(&[2], "Learning from one young person's story", "It would be likely to reveal who the young person is.")
            .about("What went wrong between three teams in the first forty hours, and what has changed since.")
            .minuted("The Board considered what can be learned from one young person's story.", "")
            .privately(
                "The Board heard that the return interview took eleven days because the two councils each thought it the \
                 other's. Both have since agreed who asks.",
                "The Board heard what had been learned, and that two councils have since agreed who does what.",
            )
            .resolving(&[resolved(
                "that the agreement between the two councils be reviewed in six months and its result reported here",
                "",
                "adeyemi",
                "hargreaves",
            )]),
    ],
};
