//! What is looked at: every page, and on it every dialog and every part that opens.

use crate::walk::Pages;

/// A screen in one of its states.
pub struct Scene {
    pub name: String,
    pub path: String,
    pub steps: Vec<Step>,
}

#[derive(Clone, Copy)]
pub enum Step {
    Click(&'static str),
    Follow(&'static str),
    Press(&'static str),
    Fill(&'static str, &'static str),
    Tick(&'static str),
}

use Step::{Click, Fill, Follow, Press, Tick};

/// Name, page, and what to do there. Those that write stand last, because they change what the others show.
const OPENED: &[(&str, &str, &[Step])] = &[
    ("dialog-search", "home", &[Click("Search"), Fill("Find anything", "home")]),
    ("dialog-meeting", "meetings", &[Click("Plan a meeting")]),
    ("dialog-topic", "meetings-programme", &[Click("Add a topic")]),
    ("dialog-one-topic", "meetings-programme", &[Click("The wait for CAMHS")]),
    ("dialog-begin-year", "meetings-programme", &[Click("Begin 20")]),
    ("dialog-standing-report", "meetings-programme", &[Click("Add a report")]),
    ("report-work-programme", "meetings-programme", &[Follow("Print or save")]),
    ("settings-disclosure", "settings-data", &[Fill("Words", "home"), Click("Look")]),
    ("dialog-remove-for-good", "settings-history", &[Click("Remove words for good")]),
    ("dialog-action", "actions", &[Click("New action")]),
    ("dialog-actions-at-once", "actions", &[Tick("Tick all shown"), Click("Update")]),
    ("dialog-escalate", "actions-one", &[Click("More"), Click("Escalate")]),
    ("dialog-withdraw-action", "actions-one", &[Click("More"), Click("Withdraw")]),
    ("dialog-check", "promises-one", &[Click("Record a check")]),
    ("dialog-commitment", "promises-one", &[Click("Add a commitment")]),
    ("dialog-measure", "promises-one", &[Click("Add a measure"), Click("Add a number")]),
    ("dialog-measure-drawn", "promises-one", &[Click("Edit of reviews were held on time")]),
    ("dialog-indicator", "promises-indicators", &[Click("Add an indicator")]),
    ("dialog-usual-indicators", "promises-indicators", &[Click("Choose from the usual ones")]),
    ("dialog-indicator-number", "promises-indicators-one", &[Click("Enter a number")]),
    ("dialog-template", "meetings-templates", &[Click("Change and keep Children")]),
    ("dialog-choose-voices", "promises-one", &[Click("Choose voices")]),
    ("dialog-strategy", "promises", &[Click("Strategy"), Click("Edit this strategy")]),
    ("dialog-seat", "board", &[Click("Add a seat")]),
    ("dialog-end-term", "board", &[Click("End term")]),
    ("dialog-person", "board-people", &[Click("Add a person")]),
    ("dialog-change-person", "board-people", &[Click("Change")]),
    ("dialog-group", "board-groups", &[Click("Add a group")]),
    ("dialog-change-group", "board-groups-one", &[Click("Edit")]),
    (
        "dialog-ask",
        "board-groups-one",
        &[Click("Write down a request"), Fill("In their own words", "Ask Sarah Jones to come to us.")],
    ),
    ("dialog-answer-group", "board-groups-one", &[Click("Answer")]),
    ("dialog-channel", "voices-map", &[Click("Add a channel")]),
    ("dialog-change-channel", "voices-map", &[Click("Change")]),
    ("dialog-heard-again", "voices-map", &[Click("Heard again")]),
    ("assessment-words", "board-self-assessment", &[Click("Change the words")]),
    ("assessment-part", "board-self-assessment", &[Click("Add a part")]),
    ("report-self-assessment", "board-self-assessment", &[Follow("See it as it prints")]),
    ("dialog-theme", "board-themes", &[Click("Add a theme")]),
    ("dialog-assign", "board-themes", &[Click("Assign")]),
    ("editor-item", "agenda_drafted/agenda", &[Click("2 ")]),
    ("editor-item-access", "agenda_drafted/agenda", &[Click("1 "), Click("Who may read it")]),
    ("dialog-add-item", "agenda_drafted/agenda", &[Click("Add an item")]),
    ("dialog-proposal", "agenda_drafted/agenda", &[Click("Propose more")]),
    ("dialog-proposal-edit", "agenda_drafted/agenda", &[Click("Propose more"), Click("Edit ")]),
    (
        "dialog-enquiry",
        "agenda_drafted/agenda",
        &[Click("2 "), Click("Choose from the key lines of enquiry")],
    ),
    ("dialog-publish", "agenda_drafted/agenda", &[Click("Check and publish")]),
    ("dialog-late-item", "agenda_published/agenda", &[Click("Add a late item")]),
    ("dialog-version", "agenda_published/agenda", &[Click("Read version 1")]),
    ("dialog-keys", "agenda_published/meeting", &[Click("Keys")]),
    ("dialog-decision", "minutes_drafted/minutes", &[Click("Record a decision")]),
    ("dialog-minuted-action", "minutes_drafted/minutes", &[Click("Add an action")]),
    ("dialog-approve", "minutes_drafted/minutes", &[Click("Approve the minutes")]),
    ("evening-under-way", "agenda_published/meeting", &[Click("Start the meeting"), Press("n")]),
    ("evening-late-or-left", "agenda_published/meeting", &[Click("Present"), Click("Late or left")]),
    ("evening-interest", "agenda_published/meeting", &[Click("Present"), Click("Interest")]),
    ("home-vice-chair", "who", &[Click("Vice-chair")]),
    ("home-link-champion", "who", &[Click("Lead member")]),
    ("home-democratic-services", "who", &[Click("Democratic services")]),
    ("home-partner", "who", &[Click("Partner")]),
];

/// What there is before there is a board.
pub fn before_a_board() -> Vec<Scene> {
    let step = |at: usize| Scene {
        name: format!("start-board-{}", at + 1),
        path: "/start/board".into(),
        steps: vec![Click("Skip"); at],
    };
    let start = Scene { name: "start".into(), path: "/start".into(), steps: vec![] };
    std::iter::once(start).chain((0..5).map(step)).collect()
}

/// Every page, then what opens on them. A page that this board does not have is left out.
pub fn of(pages: &Pages) -> Vec<Scene> {
    let whole = pages.iter().map(|(name, path)| Scene {
        name: name.replace('/', "-"),
        path: path.clone(),
        steps: vec![],
    });
    let opened = OPENED.iter().filter_map(|(name, page, steps)| {
        let path = pages.get(*page)?.clone();
        Some(Scene { name: (*name).into(), path, steps: steps.to_vec() })
    });
    whole.chain(opened).collect()
}
