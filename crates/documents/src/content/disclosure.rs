//! What the board holds about somebody, and every change that touched it: for a person who asks what is held about them
//! (UK GDPR, Article 15), or for whoever may ask what was changed, when and by whom.
//!
//! It leaves nothing out: who may have which part is for the council to decide before it is given.

use chrono::NaiveDate;
use pledgeboard_domain::{Board, wording};

use super::{capitalised, head};
use crate::block::{Block, Cell, Document, Fact, Inline, Table, Tone, plain};

#[derive(Debug, Clone, PartialEq)]
pub struct DisclosureInput {
    pub board: Board,
    /// "Cllr Amina Yusuf", "the words “Sam”", "the whole board".
    pub about: String,
    /// "from 1 April 2026 to 31 March 2027"; empty for all time.
    pub period: String,
    pub made_on: NaiveDate,
    pub made_by: String,
    /// What the records say now, by kind.
    pub kinds: Vec<DisclosedKind>,
    /// Papers that hold the words, or that no program can read.
    pub papers: Vec<String>,
    /// Oldest first.
    pub changes: Vec<DisclosedChange>,
    /// What the person changed themselves, oldest first; nothing where it is about no person.
    pub did: Vec<Done>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DisclosedKind {
    /// "voice", "agenda item".
    pub called: String,
    pub records: Vec<DisclosedRecord>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DisclosedRecord {
    pub title: String,
    /// "What it says: “…”."
    pub lines: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DisclosedChange {
    /// "3 December 2026, 5:30pm".
    pub at: String,
    pub by: String,
    /// "publish the agenda".
    pub what: String,
    pub records: Vec<DisclosedRecord>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub at: String,
    pub what: String,
}

pub fn build(input: &DisclosureInput) -> Document {
    let about = wording::date_without_weekday(input.made_on);
    let title = format!("What the board holds about {}", input.about);
    let mut document = head::adult(&input.board, &title, &about, vec![]);
    document.header = Some("Confidential: personal data".to_owned());
    let mut facts = vec![
        Fact::new("Board", input.board.name.as_str()),
        Fact::new("About", input.about.as_str()),
        Fact::new("Made on", wording::date(input.made_on)),
        Fact::new("Made by", input.made_by.as_str()),
    ];
    if !input.period.is_empty() {
        facts.insert(2, Fact::new("Changes", input.period.as_str()));
    }
    document.push(Block::Facts(facts));
    document.push(Block::Callout {
        tone: Tone::Sun,
        blocks: vec![
            Block::runs(vec![Inline::bold("Read it before you give it to anybody.")]),
            Block::paragraph(
                "Nothing is left out here: what children said in confidence, exempt items and what is about other people \
                 stand in it too. Take out what the person who asks may not have (Data Protection Act 2018, Schedule 2, \
                 paragraph 16); the Word form of this document can be edited.",
            ),
            Block::paragraph(
                "Where it says “one entry”, the form for other programs (JSON) has the whole of it: votes, counts, frozen \
                 copies of agendas and minutes.",
            ),
        ],
    });
    records(&mut document, input);
    papers(&mut document, input);
    changes(&mut document, input);
    did(&mut document, input);
    document
}

fn records(document: &mut Document, input: &DisclosureInput) {
    document.heading(2, "What the records say now");
    if input.kinds.is_empty() {
        document.paragraph("No record is listed.");
    }
    for kind in &input.kinds {
        document.heading(3, capitalised(&kind.called));
        let mut table = Table::new(
            format!("Records of the kind “{}”", kind.called),
            ["Which", "What it says"],
            &[2.6, 6.5],
        );
        for record in &kind.records {
            table.row(vec![record.title.as_str().into(), lines(&record.lines)]);
        }
        document.push(Block::Table(table));
    }
}

fn papers(document: &mut Document, input: &DisclosureInput) {
    if !input.papers.is_empty() {
        document.heading(2, "Papers to look at");
        document.paragraph("These files hold it, or cannot be read by a program. They are not copied here.");
        document.push(Block::bullets(input.papers.clone()));
    }
}

fn changes(document: &mut Document, input: &DisclosureInput) {
    document.heading(2, "Every change that touched it");
    if input.changes.is_empty() {
        document.paragraph("The history has no such change.");
        return;
    }
    let mut table =
        Table::new("Changes, the oldest first", ["When", "Who", "What was changed"], &[1.7, 1.9, 5.5]);
    for change in &input.changes {
        let mut what = Cell::runs(vec![Inline::bold(capitalised(&change.what))]);
        for record in &change.records {
            what.paragraphs.push(plain(record.title.as_str()));
            let said = record.lines.iter().map(|line| vec![Inline::toned(line.as_str(), Tone::Soft)]);
            what.paragraphs.extend(said);
        }
        table.row(vec![change.at.as_str().into(), change.by.as_str().into(), what]);
    }
    document.push(Block::Table(table));
}

fn did(document: &mut Document, input: &DisclosureInput) {
    if input.did.is_empty() {
        return;
    }
    document.heading(2, "What they changed themselves");
    let mut table = Table::new("What the person changed, the oldest first", ["When", "What"], &[2.0, 7.1]);
    for done in &input.did {
        table.row(vec![done.at.as_str().into(), capitalised(&done.what).into()]);
    }
    document.push(Block::Table(table));
}

fn lines(lines: &[String]) -> Cell {
    Cell { paragraphs: lines.iter().map(|line| plain(line.as_str())).collect() }
}
