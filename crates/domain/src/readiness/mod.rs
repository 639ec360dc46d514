//! Ready to publish? Advice, not a block, but for what the law or a rule makes impossible.

mod order;
mod owed;
mod papers;
mod privacy;
mod times;

pub use order::children_speak;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    agenda_item::AgendaItem, attendance::Quorum, board::Standing, group::Group, id::AgendaItemId,
    meeting::Meeting, paper::Paper, running_clock::RunningClock, wording,
};

crate::text_enum! {
    PointState {
        Ready = "ready" => "ready",
        /// Worth a look; the agenda can be published as it is.
        Advice = "advice" => "worth a look",
        /// The law or a rule makes it impossible.
        Blocked = "blocked" => "in the way",
    }
}

/// One line of the list "Ready to publish?".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReadyPoint {
    pub state: PointState,
    pub words: String,
    /// The item to look at, where it is about one.
    pub item_id: Option<AgendaItemId>,
    /// True where the app can put it right: the order of private items, and their resolution.
    pub can_fix: bool,
}

/// Everything that the list looks at.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    pub standing: Standing,
    pub meeting: &'a Meeting,
    /// In order, those withdrawn left out.
    pub items: &'a [AgendaItem],
    /// The papers of those items.
    pub papers: &'a [Paper],
    pub clock: &'a RunningClock,
    /// `there`: how many of the seats that count are filled on the day.
    pub quorum: Quorum,
    pub clear_days: i64,
    /// The most pages that the board wants of one paper; none without a limit.
    pub paper_pages: Option<i64>,
    pub publish_by: NaiveDate,
    pub today: NaiveDate,
    /// Bodies beneath or beside the board: some owe each meeting their progress.
    pub groups: &'a [Group],
}

/// The whole list, in the order in which a chair reads it.
pub fn readiness(draft: &Draft<'_>) -> Vec<ReadyPoint> {
    if draft.items.is_empty() {
        return vec![point(PointState::Blocked, "There is no item yet. Add at least one.", None)];
    }
    let mut points = vec![];
    points.extend(order::leads_and_times(draft));
    points.push(order::children_first(draft));
    points.extend(papers::papers(draft));
    points.extend(owed::progress(draft));
    points.extend(privacy::privacy(draft));
    points.push(quorum(draft));
    points.extend(times::planned_end(draft));
    points.push(times::clear_days(draft));
    points
}

/// Whether something makes publishing impossible.
pub fn is_blocked(points: &[ReadyPoint]) -> bool {
    points.iter().any(|point| point.state == PointState::Blocked)
}

fn quorum(draft: &Draft<'_>) -> ReadyPoint {
    let Quorum { needed, there } = draft.quorum;
    let needs = wording::count(needed.unsigned_abs(), "is needed", "are needed");
    if draft.quorum.is_met() {
        let words = format!("A quorum is possible: {there} members can count and {needs}");
        return point(PointState::Ready, words, None);
    }
    let filled =
        wording::count(there.unsigned_abs(), "seat that counts is filled", "seats that count are filled");
    point(PointState::Advice, format!("No quorum is possible: {filled} and {needs}."), None)
}

fn point(state: PointState, words: impl Into<String>, item_id: Option<AgendaItemId>) -> ReadyPoint {
    ReadyPoint { state, words: words.into(), item_id, can_fix: false }
}

/// What an item is called in the list: its printed number, or its place while it has none.
fn number_of(draft: &Draft<'_>, item: &AgendaItem) -> String {
    if !item.number.is_empty() {
        return item.number.clone();
    }
    draft.items.iter().position(|other| other.id == item.id).map_or(0, |index| index + 1).to_string()
}

/// "Item 3 has", "Items 3 and 5 have".
fn items_have(draft: &Draft<'_>, items: &[&AgendaItem]) -> String {
    let numbers: Vec<String> = items.iter().map(|item| number_of(draft, item)).collect();
    match numbers.as_slice() {
        [one] => format!("Item {one} has"),
        more => format!("Items {} have", wording::list(more)),
    }
}

#[cfg(test)]
mod tests;
