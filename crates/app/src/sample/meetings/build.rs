//! A meeting and the items of its agenda.

use chrono::{NaiveTime, TimeDelta};
use pledgeboard_domain::{Access, AccessKind, AgendaItem, Meeting, MeetingState, wording};

use super::{
    day,
    sitting::{Item, Sitting},
};
use crate::{
    sample::{
        calendar::Calendar,
        ids::{id, item as item_id, meeting, person, promise, theme, voice},
    },
    transfer::Records,
};

pub(super) fn add(to: &mut Records, calendar: &Calendar, it: &Sitting) {
    let date = calendar.meeting(it.weeks);
    let starts = NaiveTime::from_hms_opt(it.starts.0, it.starts.1, 0).unwrap_or_default();
    let ends = starts + TimeDelta::minutes(it.minutes);
    let was_held = it.state.was_held();
    let approved_on = day(calendar, it.approved_at);
    to.meetings.push(Meeting {
        id: meeting(it.key),
        version: 1,
        date,
        starts,
        ends: Some(ends),
        place: it.place.into(),
        kind: it.kind,
        title: it.title.into(),
        in_public: true,
        themes: it.themes.iter().map(|key| theme(key)).collect(),
        chair_id: Some(person("yusuf")),
        state: it.state,
        started_at: was_held.then_some(starts),
        ended_at: was_held.then(|| ends + TimeDelta::minutes(it.overran)),
        current_item_id: None,
        entitled: if it.items.iter().any(|item| item.exempt.is_some()) {
            vec![person("marsh"), person("brennan"), person("webb")]
        } else {
            vec![]
        },
        approved_at_id: approved_on.map(|_| meeting(it.approved_at)),
        approved_on,
        signed_by: approved_on.map(|_| person("yusuf")),
        plain_summary: it.plain.into(),
        chair_comments: it.comments.into(),
    });
    for (position, item) in (1..).zip(it.items) {
        to.agenda_items.push(made(calendar, it, position, item));
    }
}

fn made(calendar: &Calendar, sitting: &Sitting, position: i64, it: &Item) -> AgendaItem {
    let published = sitting.state >= MeetingState::AgendaPublished;
    let lines = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let (access, public_title) = match it.exempt {
        None => (Access::open(), ""),
        Some((paragraphs, public_title, reason)) => (
            Access {
                access: AccessKind::Exempt,
                paragraphs: paragraphs.to_vec(),
                access_reason: reason.into(),
            },
            public_title,
        ),
    };
    AgendaItem {
        id: item_id(it.key),
        version: 1,
        meeting_id: meeting(sitting.key),
        position,
        number: if published { position.to_string() } else { String::new() },
        title: with_day(calendar, it.title),
        public_title: public_title.into(),
        kind: it.kind,
        purpose: it.purpose,
        presenting_minutes: it.presenting,
        discussing_minutes: it.discussing,
        presented_by: it.by,
        lead_id: Some(person(it.lead)),
        lead_words: it.lead_words.into(),
        access,
        summary: it.summary.into(),
        plain_summary: it.plain.into(),
        questions: lines(it.questions),
        background: vec![],
        papers: it.papers.iter().map(|key| id("paper", key)).collect(),
        voices: it.voices.iter().map(|key| voice(key)).collect(),
        promises: it.promises.iter().map(|number| promise(&number.to_string())).collect(),
        actions: vec![],
        internal_notes: it.notes.into(),
        since_version: match (published, it.urgency.is_empty()) {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => 2,
        },
        urgency_reason: it.urgency.into(),
        withdrawn_reason: String::new(),
        deferred_to_id: None,
        minutes_of_id: Some(it.minutes_of).filter(|key| !key.is_empty()).map(meeting),
        topic_id: None,
    }
}

/// "Minutes of {third}" → "Minutes of 8 October".
fn with_day(calendar: &Calendar, title: &str) -> String {
    let Some((before, rest)) = title.split_once('{') else { return title.into() };
    let Some((key, after)) = rest.split_once('}') else { return title.into() };
    let day = day(calendar, key).map(wording::day_and_month).unwrap_or_default();
    format!("{before}{day}{after}")
}
