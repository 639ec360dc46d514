//! The small board with a marked word planted in every field that must not reach somebody.

use pledgeboard_documents::block::Document;
use pledgeboard_documents::content::agenda::AgendaInput;
use pledgeboard_documents::content::child_promises::PromiseRecord;
use pledgeboard_documents::content::minutes::MinutedItem;
use pledgeboard_documents::content::{
    ActionLine, AnsweredVoice, Edition, action_log, agenda, child_meeting, child_promises, event_sheet,
    minutes, poster, work_programme,
};
use pledgeboard_domain::{AgendaItem, Audience, Share, Voice};

use crate::board::inputs::{self, AUDIENCES};

mod papers;

pub const EXEMPT: &str = "zqexempt";
pub const NOTES: &str = "zqnotes";
pub const NO_CONSENT: &str = "zqnoconsent";
pub const SENSITIVE: &str = "zqsensitive";
pub const BOARD_ONLY: &str = "zqboardonly";
/// A young representative's first name that is not to be printed.
pub const NAME: &str = "zqname";
/// Where and when a voice was heard.
pub const SOURCE: &str = "zqsource";
/// Words that officers wrote for adults.
pub const ADULT: &str = "zqadult";
/// Updates and escalations of actions, evidence of checks.
pub const MEMBERS: &str = "zqmembers";

pub fn every_document() -> Vec<(String, Audience, Document)> {
    let mut agenda = inputs::agenda_input();
    mark_agenda(&mut agenda);

    let mut minutes = inputs::minutes_input();
    minutes.items.iter_mut().for_each(mark_minuted);
    plant(&mut minutes.meeting.chair_comments, NOTES);
    minutes.closed.push(minutes.items[5].actions[0].clone());
    minutes.closed.iter_mut().for_each(mark_action);
    // The third and the fourth of the people are young representatives; neither said yes.
    minutes.people[3].first_name = NAME.into();
    minutes.people[4].first_name = NAME.into();
    minutes.attendances[1].interests[0].agenda_item_id = Some(minutes.items[5].item.id);
    plant(&mut minutes.attendances[1].interests[0].nature, EXEMPT);
    minutes.corrections[0].agenda_item_id = Some(minutes.items[5].item.id);
    plant(&mut minutes.corrections[0].text, EXEMPT);

    let mut log = inputs::action_log_input();
    for logged in &mut log.actions {
        mark_action(&mut logged.line);
        let word = if logged.line.access.is_open() { MEMBERS } else { EXEMPT };
        logged.updates.iter_mut().for_each(|update| plant(&mut update.text, word));
        for escalation in &mut logged.escalations {
            plant(&mut escalation.why, word);
            plant(&mut escalation.reply, word);
        }
        plant(&mut logged.born_of, if logged.line.access.is_open() { ADULT } else { EXEMPT });
    }

    let mut promises = inputs::child_promises_input();
    promises.promises.iter_mut().for_each(mark_promise);
    promises.answered.iter_mut().for_each(mark_answered);

    let mut meeting = inputs::child_meeting_input();
    meeting.items.iter_mut().for_each(mark_minuted);
    meeting.answered.iter_mut().for_each(mark_answered);
    plant(&mut meeting.meeting.chair_comments, NOTES);

    let mut sheet = inputs::event_sheet_input();
    if let Some(planned) = &mut sheet.event {
        plant(&mut planned.event.what_happened, EXEMPT);
        plant(&mut planned.event.take_to_board, EXEMPT);
    }

    // What was answered behind closed doors is for no wall.
    let mut behind_doors = promises.answered[0].clone();
    behind_doors.access = crate::board::records::exempt();
    for field in [&mut behind_doors.voice.words, &mut behind_doors.answer.plain_text] {
        plant(field, EXEMPT);
    }
    behind_doors.deed.iter_mut().for_each(|deed| plant(&mut deed.plain_text, EXEMPT));
    promises.answered.push(behind_doors.clone());
    meeting.answered.push(behind_doors);
    let wall = poster::PosterInput {
        board: promises.board.clone(),
        today: promises.today,
        answered: promises.answered.clone(),
        promises: promises.promises.clone(),
    };
    let grown_promises =
        child_promises::ChildPromisesInput { edition: Edition::CareLeavers, ..promises.clone() };
    let grown_meeting = child_meeting::ChildMeetingInput { edition: Edition::CareLeavers, ..meeting.clone() };

    let mut programme = crate::board::programme::work_programme_input();
    for it in &mut programme.topics {
        let hidden = !it.topic.is_for_the_public(it.taken.as_ref()) || !it.topic.dropped_reason.is_empty();
        let word = if hidden { MEMBERS } else { ADULT };
        for field in [&mut it.topic.subject, &mut it.topic.why, &mut it.theme, &mut it.author] {
            plant(field, word);
        }
        if !it.topic.dropped_reason.is_empty() {
            plant(&mut it.topic.dropped_reason, MEMBERS);
        }
    }

    let mut all = papers::all();
    for audience in AUDIENCES {
        let mut push = |name: &str, document| {
            all.push((format!("{name}-{audience:?}").to_lowercase(), audience, document));
        };
        push("agenda", agenda::build(&agenda, audience));
        push("minutes", minutes::build(&minutes, audience));
        push("action-log", action_log::build(&log, audience));
        push("child-promises", child_promises::build(&promises, audience));
        push("child-meeting", child_meeting::build(&meeting, audience));
        push("care-leavers-promises", child_promises::build(&grown_promises, audience));
        push("care-leavers-meeting", child_meeting::build(&grown_meeting, audience));
        push("poster", poster::build(&wall, audience));
        push("event-sheet", event_sheet::build(&sheet, audience));
        if audience != Audience::Children {
            push("work-programme", work_programme::build(&programme, audience));
        }
    }
    all
}

fn mark_agenda(agenda: &mut AgendaInput) {
    for published in &mut agenda.content.items {
        mark_item(&mut published.item);
        let word = word_of(&published.item);
        plant(&mut published.lead, word);
        for paper in &mut published.papers {
            plant(&mut paper.title, if paper.access.is_open() { ADULT } else { EXEMPT });
        }
    }
    agenda.voices.iter_mut().for_each(mark_voice);
    agenda.actions.iter_mut().for_each(mark_action);
    plant(&mut agenda.promises[0].text, ADULT);
}

/// What shows a rating, and why a figure moved, may tell of one child: it is for members.
fn mark_promise(record: &mut PromiseRecord) {
    plant(&mut record.promise.text, ADULT);
    plant(&mut record.theme.name, ADULT);
    record.voices.iter_mut().for_each(mark_voice);
    record.commitments.iter_mut().for_each(|it| plant(&mut it.text, ADULT));
    for measure in &mut record.measures {
        plant(&mut measure.text, ADULT);
        plant(&mut measure.why, MEMBERS);
    }
    for check in &mut record.checks {
        plant(&mut check.evidence, MEMBERS);
        plant(&mut check.source, MEMBERS);
    }
}

fn plant(field: &mut String, word: &str) {
    *field = format!("{field} {word}").trim().to_owned();
}

fn word_of(item: &AgendaItem) -> &'static str {
    if item.access.is_open() { ADULT } else { EXEMPT }
}

fn mark_item(item: &mut AgendaItem) {
    let word = word_of(item);
    for field in [&mut item.title, &mut item.summary, &mut item.lead_words, &mut item.urgency_reason] {
        plant(field, word);
    }
    if !item.access.is_open() {
        plant(&mut item.plain_summary, EXEMPT);
    }
    item.questions.push(if item.access.is_open() { MEMBERS.into() } else { EXEMPT.into() });
    item.background.push(word.into());
    plant(&mut item.internal_notes, NOTES);
}

fn mark_minuted(minuted: &mut MinutedItem) {
    mark_item(&mut minuted.item);
    let closed = !minuted.item.access.is_open();
    if let Some(minute) = &mut minuted.minute {
        plant(&mut minute.text, ADULT);
        plant(&mut minute.officer_summary, ADULT);
        plant(&mut minute.private_text, EXEMPT);
        if closed {
            plant(&mut minute.plain_text, EXEMPT);
        }
    }
    for decision in &mut minuted.decisions {
        plant(&mut decision.text, if closed { EXEMPT } else { ADULT });
        if closed {
            plant(&mut decision.plain_text, EXEMPT);
        }
    }
    minuted.actions.iter_mut().for_each(mark_action);
}

fn mark_action(line: &mut ActionLine) {
    let word = if line.access.is_open() { ADULT } else { EXEMPT };
    for field in [&mut line.action.text, &mut line.action.withdrawn_reason, &mut line.owner] {
        plant(field, word);
    }
    if !line.access.is_open() {
        plant(&mut line.action.plain_text, EXEMPT);
        plant(&mut line.action.done_plain, EXEMPT);
    }
}

fn mark_voice(voice: &mut Voice) {
    plant(&mut voice.source, SOURCE);
    if voice.sensitive {
        plant(&mut voice.words, SENSITIVE);
    }
    match voice.share {
        Share::No => plant(&mut voice.words, NO_CONSENT),
        Share::BoardOnly => plant(&mut voice.words, BOARD_ONLY),
        Share::Anywhere => {}
    }
}

fn mark_answered(it: &mut AnsweredVoice) {
    mark_voice(&mut it.voice);
    plant(&mut it.theme.name, ADULT);
    if !it.voice.may_be_printed_for(Audience::Children) {
        plant(&mut it.answer.plain_text, NO_CONSENT);
        it.deed.iter_mut().for_each(|deed| plant(&mut deed.plain_text, NO_CONSENT));
    }
}
