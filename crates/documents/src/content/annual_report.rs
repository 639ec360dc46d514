//! The annual report to full council: what children said and what became of it, the promises by three lenses, the
//! meetings, the actions, the Link Champions' events, and what the board asks of the council.
//!
//! It is public. Counts of children of 1 to 4 are hidden, a voice carries theme and age alone (rule 6), and what was
//! born of an item that is not open shows its reference and paragraph (rule 5). Attendance is told as councils tell it,
//! in meetings attended of those that could be, never in per cent.

mod meetings;
mod work;

use chrono::NaiveDate;
use pledgeboard_domain::{
    AnnualReport, Attendance, Audience, Board, Event, HalfTerm, Meeting, Person, Seat, TermOfOffice, Theme,
    academic_year::ReportingYear, id::PersonId, wording,
};

use super::{
    ActionLine, AnsweredVoice, child_promises::PromiseRecord, closed, head, lenses, voices, written,
};
use crate::block::{Block, Document, Inline, Table, Tone};

#[derive(Debug, Clone, PartialEq)]
pub struct AnnualReportInput {
    pub board: Board,
    pub year: ReportingYear,
    /// The last day that counts: the year's end, or today while it runs.
    pub until: NaiveDate,
    /// What a person wrote; a blank one where nobody has yet.
    pub written: AnnualReport,
    /// Those who held a seat in the year, and everyone else whom it names.
    pub people: Vec<Person>,
    pub seats: Vec<Seat>,
    pub terms: Vec<TermOfOffice>,
    pub themes: Vec<Theme>,
    /// Voices heard in the year: how many, of which how many were answered and told by its end.
    pub heard: Heard,
    /// Answered in the year.
    pub answered: Vec<AnsweredVoice>,
    /// The promises as they stood on that day.
    pub promises: Vec<PromiseRecord>,
    pub half_terms: Vec<HalfTerm>,
    /// Held in the year, in their order, with who came.
    pub meetings: Vec<(Meeting, Vec<Attendance>)>,
    /// Opened or closed in the year, or open at its end.
    pub actions: Vec<ActionLine>,
    /// Held in the year.
    pub events: Vec<Event>,
}

/// How many voices, of those that are counted at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heard {
    pub heard: u32,
    pub answered: u32,
    pub told: u32,
}

/// Own words of children with their answers; more would not be read.
const VOICES: usize = 12;

impl AnnualReportInput {
    fn name(&self, id: Option<PersonId>) -> String {
        let person = id.and_then(|id| self.people.iter().find(|person| person.id == id));
        person.map(Person::printed_name).unwrap_or_default()
    }

    fn is_in_the_year(&self, day: NaiveDate) -> bool {
        day >= self.year.starts() && day <= self.until
    }
}

/// It is public, whoever asks for it.
pub fn build(input: &AnnualReportInput) -> Document {
    let about = input.year.to_string();
    let title = format!("{}: annual report", input.board.name);
    let running = if input.until < input.year.ends() {
        format!(" so far, up to {}", wording::date_without_weekday(input.until))
    } else {
        String::new()
    };
    let subtitle =
        vec![format!("To full council · April {} to March {}{running}", input.year.0, input.year.0 + 1)];
    let mut document = head::adult(&input.board, &title, &about, subtitle);
    foreword(&mut document, input);
    heard(&mut document, input);
    promises(&mut document, input);
    work::events(&mut document, input);
    meetings::push(&mut document, input);
    work::actions(&mut document, input);
    document.heading(2, "What we ask of the council");
    if input.written.asks.is_empty() {
        document.paragraph("The board asks for nothing this year.");
    } else {
        document
            .push(Block::lettered(input.written.asks.iter().map(|ask| crate::block::plain(ask.as_str()))));
    }
    document
}

fn foreword(document: &mut Document, input: &AnnualReportInput) {
    document.heading(2, "Foreword by the chair");
    if input.written.foreword.trim().is_empty() {
        let words = vec![Inline::text("The chair has not written the foreword yet.")];
        document.push(Block::Callout { tone: Tone::Sun, blocks: vec![Block::runs(words)] });
        return;
    }
    document.extend(written::blocks(&input.written.foreword));
    let by = input.name(input.written.foreword_by);
    if !by.is_empty() {
        document.push(Block::runs(vec![Inline::bold(by)]));
    }
}

fn heard(document: &mut Document, input: &AnnualReportInput) {
    document.heading(2, "What children and young people said, and what became of it");
    let alone = pledgeboard_domain::small_numbers::alone;
    document.paragraph(format!(
        "Voices heard in the year: {}. Answered by its end: {}. Told what became of it: {}.",
        alone(input.heard.heard),
        alone(input.heard.answered),
        alone(input.heard.told)
    ));
    let printed: Vec<&AnsweredVoice> = input
        .answered
        .iter()
        .filter(|it| it.voice.may_be_printed_for(Audience::Public) && it.access.is_open())
        .filter(|it| !it.answer.plain_text.trim().is_empty())
        .collect();
    if printed.is_empty() {
        document.paragraph("No words that may be published were answered in the year.");
        return;
    }
    let mut table = Table::new("You said, we say", ["They said", "The board’s answer"], &[4.4, 4.4]);
    table.row_headers = false;
    for it in spread(&printed) {
        document.holds(it.voice.id);
        let answer = closed::sentence(&it.answer.plain_text);
        table.row(vec![
            crate::block::Cell::runs(voices::words(&it.voice, std::slice::from_ref(&it.theme))),
            answer.into(),
        ]);
    }
    document.push(Block::Table(table));
    if printed.len() > VOICES {
        let words = "These are some of the voices that may be published, from every theme.";
        document.push(Block::small(words));
    }
}

/// At most [`VOICES`], each theme in turn, so that no theme is left out for another's many.
fn spread<'a>(voices: &[&'a AnsweredVoice]) -> Vec<&'a AnsweredVoice> {
    let mut themes: Vec<_> = voices.iter().map(|it| (it.theme.position, it.theme.id)).collect();
    themes.sort_unstable();
    themes.dedup();
    let of = |theme| voices.iter().filter(move |it| it.theme.id == theme);
    let rounds =
        (0..voices.len()).flat_map(|round| themes.iter().filter_map(move |(_, theme)| of(*theme).nth(round)));
    let mut chosen: Vec<&AnsweredVoice> = rounds.take(VOICES).copied().collect();
    chosen.sort_by_key(|it| (it.theme.position, it.voice.id));
    chosen
}

fn promises(document: &mut Document, input: &AnnualReportInput) {
    let called = input.board.promise_words();
    document.heading(2, format!("Our {}", called.many));
    if input.promises.is_empty() {
        document.paragraph(format!("The board has made no {} yet.", called.many));
        return;
    }
    document.paragraph(format!(
        "Each {} through three lenses, which are never added up, as they stood on {}.",
        called.one,
        wording::date_without_weekday(input.until)
    ));
    document.push(Block::Table(lenses::table(&input.board, &input.promises, input.until, &input.half_terms)));
    let disputes: Vec<String> = input
        .promises
        .iter()
        .filter_map(|record| {
            let sentence = lenses::disagreement(record, input.until, &input.half_terms)?;
            let promise = &record.promise;
            Some(format!("{} {}, {}: {sentence}", called.one_capital(), promise.number, promise.title))
        })
        .collect();
    if !disputes.is_empty() {
        document.push(Block::label("Where they do not agree"));
        document.push(Block::bullets(disputes));
    }
}
