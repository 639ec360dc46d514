//! The fields of documents about one meeting, and of the action log.

use pledgeboard_documents::content::{
    ActionLine, action_log::ActionLogInput, agenda::AgendaInput, child_meeting::ChildMeetingInput, children,
    minutes::MinutedItem,
};
use pledgeboard_domain::AgendaItem;

use super::{PlainWords, answered, who_to_talk_to};
use crate::reports::WordsField;

pub fn agenda(input: &AgendaInput) -> Vec<PlainWords> {
    let item = |item: &AgendaItem| {
        let place = format!("What we will talk about: {}", item.title);
        PlainWords::new(WordsField::ItemSummary, item.id, item.version, &place, &item.plain_summary)
            .about(&item.summary)
    };
    input
        .content
        .items
        .iter()
        .map(|published| &published.item)
        .filter(|it| is_told(it) && !(children::is_procedure(it.kind) && it.plain_summary.trim().is_empty()))
        .map(item)
        .chain([who_to_talk_to(&input.board)])
        .collect()
}

pub fn report(input: &ChildMeetingInput) -> Vec<PlainWords> {
    let meeting = &input.meeting;
    let summary = PlainWords::new(
        WordsField::MeetingSummary,
        meeting.id,
        meeting.version,
        "The meeting",
        &meeting.plain_summary,
    )
    .about("What the meeting was about, in two or three short sentences.");
    let open = || input.items.iter().filter(|it| is_told(&it.item));
    let decided = open().flat_map(|it| &it.decisions).map(|it| {
        PlainWords::new(WordsField::DecisionPlain, it.id, it.version, "We decided", &it.plain_text)
            .about(&it.text)
    });
    let will = open().flat_map(|it| &it.actions).filter(|it| it.access.is_open()).map(will);
    [summary]
        .into_iter()
        .chain(open().flat_map(minuted))
        .chain(decided)
        .chain(will)
        .chain(answered(&input.answered))
        .chain([who_to_talk_to(&input.board)])
        .collect()
}

pub fn action_log(input: &ActionLogInput) -> Vec<PlainWords> {
    use pledgeboard_domain::ActionState::{Closed, Done, Open};
    input
        .actions
        .iter()
        .map(|it| &it.line)
        .filter(|it| it.access.is_open())
        .filter_map(|it| match it.action.state {
            Open => Some(will(it)),
            Done | Closed => Some(did(it)),
            pledgeboard_domain::ActionState::Withdrawn => None,
        })
        .chain([who_to_talk_to(&input.board)])
        .collect()
}

fn is_told(item: &AgendaItem) -> bool {
    item.access.is_open() && !item.is_withdrawn()
}

/// The words said beforehand stand too, where there are any; what is missing is what happened.
fn minuted(it: &MinutedItem) -> Vec<PlainWords> {
    let item = &it.item;
    let said = it.minute.as_ref().map_or("", |minute| minute.plain_text.as_str());
    let version = it.minute.as_ref().map_or(0, |minute| minute.version);
    let before = item.plain_summary.trim();
    if said.trim().is_empty() && (children::is_procedure(item.kind) || !before.is_empty()) {
        return vec![];
    }
    let place = format!("What we talked about: {}", item.title);
    let text = it.minute.as_ref().map_or("", |minute| minute.text.as_str());
    let about = if text.trim().is_empty() { item.summary.as_str() } else { text };
    vec![PlainWords::new(WordsField::MinutePlain, item.id, version, &place, said).about(about)]
}

fn will(it: &ActionLine) -> PlainWords {
    let action = &it.action;
    let place = format!("We will: {}", action.reference);
    PlainWords::new(WordsField::ActionPlain, action.id, action.version, &place, &action.plain_text)
        .about(&action.text)
}

fn did(it: &ActionLine) -> PlainWords {
    let action = &it.action;
    let place = format!("We did: {}", action.reference);
    PlainWords::new(WordsField::ActionDone, action.id, action.version, &place, &action.done_plain)
        .about(&action.text)
}
