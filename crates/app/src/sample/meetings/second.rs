//! The second meeting: health. A late item, an exempt item, a recorded vote; its minutes are approved and once corrected.

use pledgeboard_domain::{
    AttendanceStatus::{Absent, Apologies, Present},
    ItemKind, MeetingKind, MeetingState,
    Purpose::{Business, Check, Decide, Lead, Listen},
    Speaker::{Councillor, Officer, Partner, YoungPeople},
    VoteWay::{Abstained, Against, For},
};

use super::sitting::{Sitting, came, item, resolved};

pub(super) const SECOND: Sitting = Sitting {
    key: "second",
    weeks: -21,
    kind: MeetingKind::Themed,
    title: "",
    place: "Vale Health Centre",
    themes: &["healthy"],
    state: MeetingState::MinutesApproved,
    starts: (17, 30),
    minutes: 120,
    overran: 14,
    approved_at: "third",
    plain: "We talked about feeling low and about dentists. Carers can sign you up for a dentist. Everyone over eleven \
            will get a gym pass.",
    comments: "",
    early: 2,
    second_version: "A late item on family time over the summer was added.",
    attendance: &[
        came("marsh", Apologies),
        came("lomas", Absent),
        came("okafor", Present).from("second told"),
    ],
    items: &[
        item("second welcome", "Welcome and apologies", ItemKind::Welcome, Business, (2, 1), Councillor, "yusuf").minuted(
            "Apologies were received from the Director of Children's Services. Councillor Okafor arrived at the third item.",
            "Everyone said hello.",
        ),
        item("second minutes", "Minutes of {first}", ItemKind::LastMinutes, Business, (1, 2), Councillor, "yusuf")
            .approves("first")
            .minuted("The minutes were considered.", "")
            .resolving(&[resolved(
                "that the minutes of the last meeting be approved as a correct record and signed by the Chair",
                "We agreed that our notes were right.",
                "yusuf",
                "hargreaves",
            )]),
        item("second told", "What children told us", ItemKind::ChildrenTold, Listen, (10, 20), YoungPeople, "tanner")
            .led_by("with two young representatives")
            .said(&["waiting", "dentist", "gym", "bath bombs", "reviews", "letters", "words"])
            .plainly("What you told us at the health drop-in and in the town hall.")
            .minuted(
                "The young representatives brought three things from the health drop-in: the wait for help with feelings, a \
                 different dentist each time, and sleep. From the town hall they brought the request that adults stop saying \
                 “placement” and “contact”. Members said that they would.",
                "You told us about waiting, about dentists and about words. We will say “home” and “family time”.",
            ),
        item("second camhs", "The wait for CAMHS", ItemKind::Theme, Lead, (8, 27), Partner, "nair")
            .with_papers(&["health"])
            .promised(&[5])
            .ask(&["How long from asking, not from assessment?", "Who is waiting longest, and who rings them meanwhile?"])
            .plainly("How long you wait for help when you feel low.")
            .minuted(
                "The designated nurse reported a wait of eighteen weeks from asking for help. Members did not accept that \
                 the count should begin at assessment. It was agreed that from this month it begins when the child asks.",
                "You wait too long. We now count from the day you ask.",
            )
            .resolving(&[
                resolved(
                    "that the wait be counted and reported from the day on which the child or their carer asks for help",
                    "We count your wait from the day you ask.",
                    "price",
                    "okafor",
                ),
                resolved(
                    "that the lead member write to the integrated care board asking for a first appointment within six weeks",
                    "We asked the health service to see you within six weeks.",
                    "hargreaves",
                    "price",
                ),
            ]),
        item("second gym", "Gym passes", ItemKind::Report, Decide, (5, 10), Officer, "brennan")
            .promised(&[5])
            .said(&["gym"])
            .minuted(
                "Members debated whether passes should be for all or on request. A recorded vote was asked for.",
                "We talked about gym passes. Everyone over eleven will get one.",
            )
            .resolving(&[resolved(
                "that a pass for the council's leisure centres be given to every child in care over eleven and every care \
                 leaver, without having to ask",
                "Everyone over eleven gets a gym pass. You do not have to ask.",
                "okafor",
                "price",
            )
            .recorded(&[
                ("yusuf", For),
                ("hargreaves", For),
                ("okafor", For),
                ("price", For),
                ("adeyemi", Abstained),
                ("nair", Against),
            ])]),
        item("second actions", "Actions", ItemKind::Actions, Check, (5, 5), Officer, "webb")
            .minuted("The Board went through the action log and closed what was done.", "We checked if we did what we said."),
        item("second exclusion", "Exclusion of the public", ItemKind::Exclusion, Business, (0, 2), Councillor, "yusuf")
            .minuted("The Board considered whether the public interest lay in keeping the next item private.", "")
            .resolving(&[resolved("", "", "yusuf", "adeyemi")]),
        item("second provider", "Closing Beech Lodge", ItemKind::Report, Lead, (5, 10), Officer, "brennan")
            .with_papers(&["provider"])
            .exempt(&[1, 3], "A provider of homes", "It concerns a business and would show where particular children live.")
            .about("The provider of Beech Lodge has given notice. Four children will need another home by the autumn.")
            .noted("The provider's solicitor has asked that the sum is not read out.")
            .minuted("The Board considered a report on a provider of homes.", "")
            .privately(
                "The Board heard that the provider of Beech Lodge had given three months' notice, and that each of the four \
                 children had been asked where they want to live. Two wish to stay together. The Board would see the plan for \
                 each before any move.",
                "The Board considered how a change of provider would affect children, and asked that each child be heard \
                 before any decision is made about them.",
            )
            .resolving(&[resolved(
                "that no child move from Beech Lodge before their wishes are recorded and the Chair has seen the plan",
                "",
                "adeyemi",
                "price",
            )]),
        item("second family", "Family time over the summer", ItemKind::Other, Decide, (3, 7), Officer, "brennan")
            .late("Family time over the summer holiday would be cancelled for want of drivers before the next meeting.")
            .promised(&[6])
            .said(&["driver", "birthday"])
            .minuted(
                "The Chair had agreed to take this item as urgent. The Board heard that three families' time together had \
                 been cancelled for want of a driver.",
                "Time with brothers and sisters was cancelled. We said: find drivers now.",
            )
            .resolving(&[resolved(
                "that six drivers be found for family time before the end of the summer holiday",
                "We will find six drivers.",
                "okafor",
                "hargreaves",
            )]),
    ],
};
