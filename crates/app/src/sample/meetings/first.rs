//! The first meeting of the sample: schools. Its minutes are approved.

use pledgeboard_domain::{
    AttendanceStatus::{Apologies, Present, Substitute},
    InterestKind, ItemKind, MeetingKind, MeetingState,
    Purpose::{Business, Check, Decide, Lead, Listen},
    Speaker::{Councillor, Officer, YoungPeople},
};

use super::sitting::{Sitting, came, item, resolved};

pub(super) const FIRST: Sitting = Sitting {
    key: "first",
    weeks: -29,
    kind: MeetingKind::Themed,
    title: "",
    place: "Youth Hub",
    themes: &["school"],
    state: MeetingState::MinutesApproved,
    starts: (17, 30),
    minutes: 120,
    overran: 6,
    approved_at: "second",
    plain: "We talked about school. You will get laptops faster. Carers can sign for school trips now.",
    comments: "",
    early: 1,
    second_version: "",
    attendance: &[
        came("adeyemi", Apologies),
        came("whitfield", Substitute).instead_of("adeyemi"),
        came("price", Present).interest(
            "first laptops",
            InterestKind::OtherRegistrable,
            "Governor of a school that would receive laptops",
            false,
        ),
    ],
    items: &[
        item("first welcome", "Welcome and apologies", ItemKind::Welcome, Business, (2, 1), Councillor, "yusuf").minuted(
            "The Chair welcomed everyone, and the two young representatives introduced the evening's theme. Apologies were \
             received from Councillor Adeyemi, for whom Councillor Whitfield attended.",
            "Everyone said hello.",
        ),
        item("first interests", "Declarations of interest", ItemKind::Interests, Business, (1, 1), Councillor, "yusuf").minuted(
            "Councillor Price declared an interest in the item on laptops as governor of a school that would receive \
             some. She stayed and took part.",
            "",
        ),
        item("first told", "What children told us", ItemKind::ChildrenTold, Listen, (10, 20), YoungPeople, "young1")
            .led_by("Two young representatives")
            .said(&["certificate", "nurse training", "band", "bus", "moved bedroom"])
            .plainly("What you told us at the celebration evening and in the survey.")
            .minuted(
                "The young representatives reported from the celebration evening and from the survey on feeling safe. \
                 The Board heard that the band is the best part of the week for many, that nobody speaks of university \
                 until it is nearly too late, and that buses are feared more than homes.",
                "You told us about the band, about university and about the bus.",
            ),
        item("first school", "School that works for me", ItemKind::Theme, Lead, (10, 25), Officer, "rahman")
            .with_papers(&["school"])
            .promised(&[4])
            .ask(&["Who is out of school today?", "What would a pushy parent do next?"])
            .plainly("How school is going, and what we will change.")
            .minuted(
                "The Virtual School Head reported that 93% of education plans were up to date, and that the Virtual School \
                 would from now on write the first draft with the child. Members asked about the eleven pupils with less \
                 than full timetables, and how long each had waited.",
                "Your school plan will be written with you.",
            )
            .resolving(&[resolved(
                "that the number of children without a full timetable be reported to every meeting",
                "We will look at every meeting at who is not in school full time.",
                "yusuf",
                "okafor",
            )]),
        item("first laptops", "Laptops within five days", ItemKind::Report, Decide, (5, 15), Officer, "rahman")
            .promised(&[4])
            .said(&["laptop"])
            .minuted(
                "The Board considered why laptops take weeks: orders wait for a school's signature. Members agreed that the \
                 council should hold a stock and send first, and settle the paperwork afterwards.",
                "You should not wait for a laptop. We will send it first and do the forms later.",
            )
            .resolving(&[resolved(
                "that a stock of twenty laptops be held, from which each child be sent one within five school days of \
                 starting at a school",
                "We will keep laptops ready. You will get yours in your first week.",
                "okafor",
                "hargreaves",
            )]),
        item("first actions", "Actions", ItemKind::Actions, Check, (5, 10), Officer, "webb").minuted(
            "The Board went through the action log and closed what was done.",
            "We checked if we did what we said.",
        ),
        item("first programme", "Work programme", ItemKind::WorkProgramme, Business, (2, 5), Officer, "webb").minuted(
            "The Board moved its item on health to July so that the designated nurse could attend.",
            "In July we will talk about being healthy.",
        ),
    ],
};
