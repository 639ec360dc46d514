//! Published agendas, frozen as they were on the day.

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    AgendaContent, AgendaItem, AgendaVersion, Meeting, MeetingState, PackNumbers, PublishedItem,
    PublishedPaper, bank_holidays::BankHolidays, clear_days::publish_by,
};

use super::sitting::Sitting;
use crate::{
    sample::{
        calendar::Calendar,
        ids::{id, meeting},
    },
    transfer::Records,
};

pub(super) fn add(to: &mut Records, calendar: &Calendar, it: &Sitting) {
    if it.state < MeetingState::AgendaPublished {
        return;
    }
    let date = calendar.meeting(it.weeks);
    let deadline = publish_by(date, 5, &BankHolidays::default());
    let first = working_day_by(deadline - Days::new(it.early.into()), calendar.ago(5));
    freeze(to, it, 1, first, "");
    if !it.second_version.is_empty() {
        let second = working_day_by(date - Days::new(2), calendar.ago(2)).max(first);
        freeze(to, it, 2, second, it.second_version);
    }
}

/// The last working day by `day`, and by `latest`.
fn working_day_by(day: NaiveDate, latest: NaiveDate) -> NaiveDate {
    let holidays = BankHolidays::default();
    let mut on = day.min(latest);
    while !holidays.is_working_day(on) {
        on = on - Days::new(1);
    }
    on
}

fn freeze(to: &mut Records, it: &Sitting, number: i64, published_on: NaiveDate, reason: &str) {
    let Some(now) = to.meetings.iter().find(|other| other.id == meeting(it.key)) else { return };
    let content = AgendaContent {
        meeting: as_published(now),
        themes: to
            .themes
            .iter()
            .filter(|theme| now.themes.contains(&theme.id))
            .map(|theme| theme.name.clone())
            .collect(),
        items: to
            .agenda_items
            .iter()
            .filter(|item| item.meeting_id == now.id && item.since_version <= number)
            .map(|item| published(to, item))
            .collect(),
        pack: PackNumbers::default(),
    };
    to.agenda_versions.push(AgendaVersion {
        id: id("agenda version", &format!("{} {number}", it.key)),
        version: 1,
        meeting_id: meeting(it.key),
        number,
        published_on,
        reason: reason.into(),
        late_reason: String::new(),
        content,
    });
}

/// The meeting as it stood when its agenda was published: nothing of the evening was known.
pub(in crate::sample) fn as_published(now: &Meeting) -> Meeting {
    Meeting {
        state: MeetingState::AgendaPublished,
        started_at: None,
        ended_at: None,
        approved_at_id: None,
        approved_on: None,
        signed_by: None,
        plain_summary: String::new(),
        chair_comments: String::new(),
        ..now.clone()
    }
}

fn published(records: &Records, item: &AgendaItem) -> PublishedItem {
    let person = records.people.iter().find(|it| Some(it.id) == item.lead_id).map(|it| it.printed_name());
    let lead = match (person, item.lead_words.as_str()) {
        (person, "") => person.unwrap_or_default(),
        (Some(person), words) if words.starts_with("with ") => format!("{person} {words}"),
        (_, words) => words.into(),
    };
    let papers = item
        .papers
        .iter()
        .filter_map(|id| records.papers.iter().find(|paper| paper.id == *id))
        .map(|paper| PublishedPaper {
            paper_id: paper.id,
            title: paper.title.clone(),
            pages: paper.pages,
            access: paper.access.clone(),
        })
        .collect();
    PublishedItem { item: item.clone(), lead, papers }
}
