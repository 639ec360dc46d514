//! The children's panel: held, its minutes not yet drafted. What was noted on the night is here.

use pledgeboard_domain::{
    AttendanceStatus::Apologies,
    ItemKind, MeetingKind, MeetingState,
    Purpose::{Business, Check, Lead, Listen},
    Speaker::{Councillor, Officer, YoungPeople},
};

use super::sitting::{Sitting, came, item, resolved};

pub(super) const PANEL: Sitting = Sitting {
    key: "panel",
    weeks: -3,
    kind: MeetingKind::ChildrensPanel,
    title: "Children's panel",
    place: "Town Hall",
    themes: &["heard"],
    state: MeetingState::Held,
    starts: (16, 30),
    minutes: 75,
    overran: -4,
    approved_at: "",
    plain: "You asked the questions. We talked about reviews. We will stop having them in lessons.",
    comments: "",
    early: 3,
    second_version: "",
    attendance: &[came("lomas", Apologies), came("nair", Apologies)],
    items: &[
        item("panel welcome", "Welcome", ItemKind::Welcome, Business, (2, 3), Councillor, "yusuf")
            .minuted("The Chair handed the gavel to the young representatives.", "You were in charge."),
        item("panel told", "What children told us", ItemKind::ChildrenTold, Listen, (10, 15), YoungPeople, "young1")
            .led_by("Two young representatives")
            .said(&["maths", "nine adults", "interpreter", "pictures", "laptop", "pep"])
            .plainly("What you told us at football and at the homework club.")
            .minuted(
                "The young representatives asked who chooses the time of a review. Nobody could say.",
                "You asked who picks the time of your review. We did not know. That has to change.",
            ),
        item("panel reviews", "Promise 1: reviews that are about you", ItemKind::Promise, Check, (5, 20), Officer, "marsh")
            .promised(&[1])
            .said(&["maths", "nine adults", "reviews"])
            .plainly("Are we keeping our promise about reviews?")
            .minuted(
                "The Director said that reviews are fixed by the reviewing officer's diary. The panel said that it is not the \
                 officer's review.",
                "Reviews will be when you want them.",
            )
            .resolving(&[resolved(
                "that from next term no review be held in lesson time unless the child asks for it",
                "From next term your review will not be in lessons.",
                "okafor",
                "hargreaves",
            )]),
        item("panel words", "Words we will stop using", ItemKind::Theme, Lead, (5, 10), YoungPeople, "young2")
            .said(&["words"])
            .plainly("Words that you do not like.")
            .minuted("A list of eleven words was read out, and members signed it.", "We will not say “placement”."),
        item("panel actions", "Actions", ItemKind::Actions, Check, (2, 3), Officer, "webb")
            .minuted("The panel closed what young people agreed was done.", "You checked if we did what we said."),
    ],
};
