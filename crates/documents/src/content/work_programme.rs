//! The work programme of a year, on one page: by half-term what the board does, what scrutiny does and why, with a line
//! on which both chairs agree.

mod calendar;
mod rows;

use pledgeboard_domain::{
    Anchor, Audience, Board, DealtBy, HalfTerm, Topic, TopicState,
    academic_year::AcademicYear,
    id::{HalfTermId, MeetingId, StandingReportId},
    programme::{ScrutinySplit, Taken},
    wording,
};

use super::{capitalised, closed, head};
use crate::block::{Block, Cell, Document, Inline, Table, Tone, plain};

pub use calendar::calendar;
pub use rows::rows;

#[derive(Debug, Clone, PartialEq)]
pub struct WorkProgrammeInput {
    pub board: Board,
    pub year: AcademicYear,
    /// The chair of the board, as printed; empty where nobody is.
    pub chair: String,
    /// Of the year, in order.
    pub half_terms: Vec<HalfTerm>,
    pub meetings: Vec<PlannedMeeting>,
    pub topics: Vec<PlannedTopic>,
    /// Standing reports that are no topic of the year.
    pub due: Vec<DueReport>,
    pub anchors: Vec<Anchor>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PlannedMeeting {
    pub id: MeetingId,
    pub half_term: HalfTermId,
    pub date: chrono::NaiveDate,
    /// Its own title; empty for the board's usual meeting.
    pub title: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PlannedTopic {
    pub topic: Topic,
    /// Its theme's name; empty for none.
    pub theme: String,
    /// Who writes it, where it is a standing report; empty otherwise.
    pub author: String,
    pub taken: Option<Taken>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DueReport {
    pub id: StandingReportId,
    pub title: String,
    pub author: String,
    /// "due each October".
    pub when: String,
    pub half_term: HalfTermId,
}

impl PlannedTopic {
    fn state(&self) -> TopicState {
        self.topic.state(self.taken.as_ref())
    }
}

impl WorkProgrammeInput {
    /// The topics that an audience may read.
    fn topics_for(&self, audience: Audience) -> impl Iterator<Item = &PlannedTopic> {
        self.topics.iter().filter(move |it| match audience {
            Audience::Members | Audience::Chair => true,
            Audience::Public | Audience::Children => it.topic.is_for_the_public(it.taken.as_ref()),
        })
    }

    fn has_a_split(&self) -> bool {
        self.board.with_scrutiny.scrutiny_split == ScrutinySplit::BoardLeads
    }
}

pub fn build(input: &WorkProgrammeInput, audience: Audience) -> Document {
    let about = input.year.to_string();
    let title = format!("Work programme {}", input.year);
    let subtitle = vec![input.board.name.clone()];
    let mut document = head::adult(&input.board, &title, &about, subtitle);
    document.title = format!("{}: work programme {about}", input.board.name);
    document.close = true;
    let hidden = |it: &&PlannedTopic| !it.topic.is_for_the_public(it.taken.as_ref());
    if input.topics_for(audience).any(|it| hidden(&it)) {
        document.header = Some("For members only: some topics are not for the public".to_owned());
    }
    document.paragraph(input.board.with_scrutiny.terms());
    if input.half_terms.is_empty() && input.topics_for(audience).next().is_none() {
        document.paragraph("Nothing is planned for this year yet.");
        return document;
    }
    document.push(Block::Table(table(input, audience)));
    if !input.anchors.is_empty() {
        let points: Vec<String> = input.anchors.iter().map(anchor).collect();
        document.push(noted("Fixed points of the year: ", format!("{}.", points.join(" · "))));
    }
    if audience != Audience::Public && audience != Audience::Children {
        let dropped: Vec<String> = input
            .topics_for(audience)
            .filter(|it| it.state() == TopicState::Dropped)
            .map(|it| format!("{}: {}", it.topic.subject, closed::sentence(&it.topic.dropped_reason)))
            .collect();
        if !dropped.is_empty() {
            document.push(noted("Dropped: ", dropped.join(" ")));
        }
    }
    agree(&mut document, input);
    document
}

fn noted(label: &str, words: String) -> Block {
    Block::runs(vec![Inline::bold(label), Inline::text(words)])
}

/// "Takeover day, 20 November", "Self-assessment, 1 to 31 January".
fn anchor(it: &Anchor) -> String {
    format!("{}, {}", it.title, days(it.starts, it.ends))
}

/// "1 September to 23 October", "26 October".
fn days(from: chrono::NaiveDate, to: chrono::NaiveDate) -> String {
    if from == to {
        return wording::day_and_month(from);
    }
    let same_month = from.format("%Y-%m").to_string() == to.format("%Y-%m").to_string();
    let from = if same_month { from.format("%-d").to_string() } else { wording::day_and_month(from) };
    format!("{from} to {}", wording::day_and_month(to))
}

fn table(input: &WorkProgrammeInput, audience: Audience) -> Table {
    let scrutiny = capitalised(input.board.with_scrutiny.called());
    let (header, weights): (Vec<String>, &[f64]) = if input.has_a_split() {
        (
            vec!["Half-term".into(), "This board, and why".into(), format!("{scrutiny}, and why")],
            &[0.85, 4.0, 2.15],
        )
    } else {
        (vec!["Half-term".into(), "This board, and why".into()], &[1.0, 5.8])
    };
    let mut table = Table::new("What is dealt with in each half-term, by whom and why", header, weights);
    for half_term in &input.half_terms {
        let mut cells = vec![when(input, half_term)];
        cells.extend(columns(input, audience, Some(half_term.id)));
        table.row(cells);
    }
    let loose = input
        .topics_for(audience)
        .any(|it| it.topic.half_term_id.is_none() && it.state() != TopicState::Dropped);
    if loose {
        let mut cells = vec![Cell::from("Not placed yet")];
        cells.extend(columns(input, audience, None));
        table.row(cells);
    }
    table
}

fn when(input: &WorkProgrammeInput, half_term: &HalfTerm) -> Cell {
    let mut cell = Cell::runs(vec![Inline::bold(half_term.term.words())]);
    let short = |day: chrono::NaiveDate| day.format("%-d\u{a0}%b").to_string();
    let dates = format!("{} to {}", short(half_term.starts), short(half_term.ends));
    cell.paragraphs.push(vec![Inline::toned(dates, Tone::Soft)]);
    let dates: Vec<String> = input
        .meetings
        .iter()
        .filter(|it| it.half_term == half_term.id)
        .map(|it| wording::day_and_month(it.date).replace(' ', "\u{a0}"))
        .collect();
    if !dates.is_empty() {
        cell.paragraphs.push(vec![Inline::text(format!("Meets {}", wording::list(&dates)))]);
    }
    cell
}

fn columns(input: &WorkProgrammeInput, audience: Audience, at: Option<HalfTermId>) -> Vec<Cell> {
    let here = || {
        input
            .topics_for(audience)
            .filter(move |it| it.topic.half_term_id == at && it.state() != TopicState::Dropped)
    };
    let mut board = Cell::default();
    for it in here().filter(|it| it.topic.dealt_by.is_for_the_board()) {
        board.paragraphs.push(line(it));
    }
    for due in input.due.iter().filter(|it| Some(it.half_term) == at) {
        let by = if due.author.is_empty() { String::new() } else { format!("{}: ", due.author) };
        board.paragraphs.push(vec![
            Inline::bold(due.title.as_str()),
            Inline::text(format!(" · {by}{}, not planned yet.", due.when)),
        ]);
    }
    let mut cells = vec![board];
    if input.has_a_split() {
        let mut scrutiny = Cell::default();
        for it in here().filter(|it| it.topic.dealt_by.is_for_scrutiny()) {
            scrutiny.paragraphs.push(match it.topic.dealt_by {
                DealtBy::Both => {
                    vec![Inline::bold(it.topic.subject.as_str()), Inline::text(", with the board.")]
                }
                _ => line(it),
            });
        }
        cells.push(scrutiny);
    }
    for cell in &mut cells {
        if cell.paragraphs.is_empty() {
            cell.paragraphs.push(vec![Inline::toned("–", Tone::Soft)]);
        }
    }
    cells
}

/// "Homes near school · a discussion with those who can change it: Housing sits at this table. Done."
fn line(it: &PlannedTopic) -> Vec<Inline> {
    // A standing report says who writes it; that it is a paper goes without saying.
    let how = if it.author.is_empty() { it.topic.tool.words() } else { it.author.as_str() };
    let words = format!(" · {how}: {}", closed::sentence(&it.topic.why));
    let mut runs = vec![Inline::bold(it.topic.subject.as_str())];
    runs.extend(plain(words));
    let done = match (it.state(), it.taken, it.topic.done_on) {
        (TopicState::Done, Some(taken), _) if taken.held => Some(taken.on),
        (TopicState::Done, _, Some(on)) => Some(on),
        _ => None,
    };
    if let Some(on) = done {
        runs.push(Inline::toned(format!(" Done {}.", wording::day_and_month(on)), Tone::Leaf));
    }
    runs
}

fn agree(document: &mut Document, input: &WorkProgrammeInput) {
    let named =
        |name: &str| if name.trim().is_empty() { String::new() } else { format!(", {}", name.trim()) };
    let mut lines = vec![format!("Agreed for the board{}, on:", named(&input.chair))];
    if input.has_a_split() {
        let split = &input.board.with_scrutiny;
        lines.push(format!("Agreed for scrutiny{}, on:", named(&split.scrutiny_chair)));
    }
    let lines = lines.into_iter().map(|line| Block::WritingLines { label: plain(line), count: 1 });
    document.push(Block::Together(lines.collect()));
}
