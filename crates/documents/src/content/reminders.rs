//! A Link Champion's reminders: as a calendar for their own, and as a page to read.
//!
//! It says where children will be, and when: it is for that champion, and never for the public.

use chrono::{NaiveDate, NaiveDateTime};
use pledgeboard_domain::{Audience, Board, reminders::Reminder, wording};

use super::head;
use crate::{
    block::{Block, Cell, Document, Inline, Table, Tone},
    calendar::{Calendar, CalendarEntry, When, morning},
};

#[derive(Debug, Clone, PartialEq)]
pub struct RemindersInput {
    pub board: Board,
    pub today: NaiveDate,
    /// Whose they are, as printed.
    pub person: String,
    /// The themes that they link to.
    pub themes: Vec<String>,
    /// By day.
    pub reminders: Vec<Reminder>,
}

/// The same for everyone who may have it at all.
pub fn build(input: &RemindersInput, _audience: Audience) -> Document {
    let about = wording::date_without_weekday(input.today);
    let title = format!("Reminders for {}", input.person);
    let subtitle = vec![
        format!("Link Champion for {}", wording::list(&input.themes)),
        "For your own calendar. It says where children will be: do not pass it on.".to_owned(),
    ];
    let mut document = head::adult(&input.board, &title, &about, subtitle);
    let mut table = Table::new("What comes, by day", ["When", "What", "Where"], &[1.7, 4.6, 1.7]);
    for it in &input.reminders {
        let mut when = Cell::from(wording::date(it.on));
        when.paragraphs.extend(time(it).map(|time| vec![Inline::toned(time, Tone::Soft)]));
        let mut what = Cell::runs(vec![Inline::bold(it.title.as_str())]);
        what.paragraphs.push(vec![Inline::text(it.words.as_str())]);
        table.row(vec![when, what, it.place.as_str().into()]);
    }
    document.push(Block::Table(table));
    document
}

fn time(it: &Reminder) -> Option<String> {
    let starts = wording::time(it.starts?);
    Some(it.ends.map_or_else(|| starts.clone(), |ends| format!("{starts} to {}", wording::time(ends))))
}

/// The same as a calendar.
pub fn calendar(input: &RemindersInput, made: NaiveDateTime) -> Calendar {
    let entry = |it: &Reminder| CalendarEntry {
        uid: it.key.clone(),
        when: match it.starts {
            None => When::Day(it.on),
            Some(starts) => {
                When::Time { starts: it.on.and_time(starts), ends: it.ends.map(|ends| it.on.and_time(ends)) }
            }
        },
        title: it.title.clone(),
        words: it.words.clone(),
        place: it.place.clone(),
        rings: Some(morning(it.on, it.days_before)),
    };
    Calendar {
        name: format!("{}: reminders for {}", input.board.council, input.person),
        private: true,
        made,
        entries: input.reminders.iter().map(entry).collect(),
    }
}
