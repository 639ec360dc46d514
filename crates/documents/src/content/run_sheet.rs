//! The chair's run sheet: when each item starts, who speaks, what to ask, and what only the chair should know; set
//! large, to be read at the table.
//!
//! It is for the chair and democratic services alone, and there is no other edition. Voices that a child shared with
//! nobody, and sensitive ones, are not even in this one (rule 6).

mod item;

use pledgeboard_domain::{Audience, RealityCheck, id::PromiseId, wording};

use super::agenda::{self, AgendaInput, Line};
use super::{capitalised, head, pills};
use crate::block::{Block, Cell, Document, Fact, Style, Table, Tone};

#[derive(Debug, Clone, PartialEq)]
pub struct RunSheetInput {
    /// The agenda, with all that its items link to.
    pub agenda: AgendaInput,
    /// Printed names of those who have sent apologies already.
    pub apologies: Vec<String>,
    /// Where the lenses disagree about a promise, the sentence that says so.
    pub disputes: Vec<(PromiseId, String)>,
    /// What Link Champions saw with their own eyes.
    pub reality: Vec<RealityCheck>,
}

pub fn build(input: &RunSheetInput) -> Document {
    let agenda = &input.agenda;
    let lines = agenda::lines(agenda);
    let meeting = &agenda.content.meeting;
    let about = wording::date_without_weekday(meeting.date);
    let title = format!("{}: chair’s run sheet", head::name(&agenda.board, meeting));
    let mut document = head::adult(&agenda.board, &title, &about, agenda::themes(agenda));
    document.style = Style::Large;
    let papers = lines.iter().flat_map(|line| &line.published.papers).map(|paper| &paper.access);
    let closed = lines.iter().map(|line| &line.item().access).chain(papers).any(|access| !access.is_open());
    // On one line, so that it does not run into the words below it.
    let marking = if closed { ". Not for publication" } else { "" };
    document.header = Some(format!("For the chair and democratic services only{marking}"));
    document.extend(agenda::notice(agenda, Audience::Chair));
    document.push(Block::Facts(facts(input, &lines)));
    if lines.is_empty() {
        document.heading(2, "Items");
        document.paragraph("There are no items yet.");
        return document;
    }
    document.heading(2, "At a glance");
    document.push(Block::Table(glance(&lines)));
    for line in &lines {
        item::push(&mut document, input, line);
    }
    document
}

fn facts(input: &RunSheetInput, lines: &[Line<'_>]) -> Vec<Fact> {
    let meeting = &input.agenda.content.meeting;
    let mut facts = vec![
        Fact::new("Date", wording::date(meeting.date)),
        Fact::new("Starts", wording::time(meeting.starts)),
        Fact::new("Place", meeting.place.as_str()),
        Fact::new("Quorum", needed(input.agenda.board.quorum)),
    ];
    if let Some(ends) = ends(input, lines) {
        facts.insert(2, Fact::new("Ends", ends));
    }
    if !input.apologies.is_empty() {
        facts.push(Fact::new("Apologies so far", wording::list(&input.apologies)));
    }
    let private: Vec<&str> = lines
        .iter()
        .filter(|line| !line.item().access.is_open() && !line.item().is_withdrawn())
        .map(|line| line.number.as_str())
        .collect();
    if !private.is_empty() {
        let noun = if private.len() == 1 { "Item" } else { "Items" };
        facts.push(Fact::new("In private", format!("{noun} {}", wording::list(&private))));
    }
    facts
}

fn needed(quorum: i64) -> String {
    format!("{} must be here", wording::count(u64::try_from(quorum).unwrap_or(0), "member", "members"))
}

/// When the items end by the clock, held against the time that was planned.
fn ends(input: &RunSheetInput, lines: &[Line<'_>]) -> Option<String> {
    let meeting = &input.agenda.content.meeting;
    let slots: Vec<_> = lines.iter().map(|line| line.item().slot()).collect();
    let clock = pledgeboard_domain::running_clock::running_clock(meeting.starts, meeting.ends, &slots);
    if clock.total == 0 {
        return meeting.ends.map(wording::time);
    }
    let by_the_clock = wording::time(clock.ends);
    Some(match (clock.overrun, clock.spare) {
        (0, 0) => by_the_clock,
        (0, spare) => format!("{by_the_clock}, with {} to spare", wording::duration(spare)),
        (over, _) => format!("{by_the_clock}, {} too late", wording::duration(over)),
    })
}

fn glance(lines: &[Line<'_>]) -> Table {
    let mut table = Table::new(
        "The items by the clock",
        ["Time", "Item", "Who speaks", "Minutes"],
        &[1.25, 3.6, 2.7, 1.15],
    );
    for line in lines {
        let item = line.item();
        let mut what = Cell::from(format!("{}. {}", line.number, item.title));
        what.paragraphs.extend(pills::access(&item.access).map(|pill| vec![pill]));
        if item.is_withdrawn() {
            what.paragraphs.push(vec![crate::block::Inline::pill("Withdrawn", Tone::Soft)]);
        }
        let minutes = if line.minutes > 0 { line.minutes.to_string() } else { String::new() };
        table.row(vec![
            line.starts.as_str().into(),
            what,
            capitalised(&line.published.lead).into(),
            minutes.into(),
        ]);
    }
    table
}
