//! The cover that goes before an officer's report: one page that begins with what changed for children.
//!
//! Blank, or filled in as far as an item of an agenda says. Authors are officers, and what they write is published: so
//! it holds no more of a closed item than the public may read, and only voices that may be shared anywhere.

use pledgeboard_domain::{AgendaItem, Audience, Board, Meeting, Promise, Theme, Voice, wording};

use super::{closed, head, pills, voices};
use crate::block::{Block, Cell, Document, Fact, Inline, Table, Tone};

#[derive(Debug, Clone, PartialEq)]
pub struct ReportCoverInput {
    pub board: Board,
    /// `None` for a blank one.
    pub about: Option<ReportedItem>,
}

/// An item of an agenda for which somebody writes a report.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportedItem {
    pub meeting: Meeting,
    pub item: AgendaItem,
    /// As printed.
    pub lead: String,
    /// Linked to the item.
    pub promises: Vec<Promise>,
    pub voices: Vec<Voice>,
    /// The themes of those voices.
    pub themes: Vec<Theme>,
}

/// Room to write, in lines: as much as leaves it on one page.
const ROOM: usize = 4;

pub fn build(input: &ReportCoverInput) -> Document {
    let about = match &input.about {
        Some(it) => wording::date_without_weekday(it.meeting.date),
        None => "blank".to_owned(),
    };
    let mut document = head::adult(
        &input.board,
        "Report cover",
        &about,
        vec!["One page. Short sentences. Begin with what changed for children.".to_owned()],
    );
    document.push(Block::Facts(facts(input)));
    let access = input.about.as_ref().map(|it| &it.item.access).filter(|access| !access.is_open());
    if let Some(access) = access {
        let mut words: Vec<Inline> = pills::access(access).into_iter().collect();
        words.push(Inline::text(format!(" {}", closed::public_reason(access))));
        document.push(Block::runs(words));
    }
    let mut table = Table::new("What every report says first", Vec::<Cell>::new(), &[2.6, 6.0]);
    let said = said(&mut document, input);
    let served = served(input);
    let plain = input
        .about
        .as_ref()
        .filter(|it| it.item.access.is_open() && !it.item.plain_summary.trim().is_empty())
        .map(|it| Cell::from(it.item.plain_summary.trim()));
    let called = input.board.promise_words();
    let rows: [(String, &str, Option<Cell>); 6] = [
        (
            "What changed, and why?".into(),
            "Since the last report. Not what was done: what is different.",
            None,
        ),
        ("What do children say?".into(), "In their words. Say so if nobody has asked them.", said),
        (format!("Which {} does it serve?", called.one), "And is it being kept?", served),
        ("What must the board decide or remove?".into(), "The one barrier or decision for tonight.", None),
        ("The same, for children".into(), "Sentences of at most 15 words. No abbreviations.", plain),
        ("Would this be good enough for my child?".into(), "Yes or no, and why.", None),
    ];
    for (question, hint, filled) in rows {
        let mut asked = Cell::from(Inline::bold(question));
        asked.paragraphs.push(vec![Inline::toned(hint, Tone::Soft)]);
        table.row(vec![asked, filled.unwrap_or_else(room)]);
    }
    document.push(Block::Table(table));
    document.push(Block::small(
        "Do not name a child, or say what would show who a child is: their school, street, or an unusual illness. \
         Counts of 1 to 4 children are left out.",
    ));
    document
}

/// An empty cell that is tall enough to write in.
fn room() -> Cell {
    Cell { paragraphs: vec![vec![Inline::text("\u{a0}")]; ROOM] }
}

fn facts(input: &ReportCoverInput) -> Vec<Fact> {
    let blank = || "\u{a0}".to_owned();
    let (title, day, author) = match &input.about {
        Some(it) => (
            format!("{} {}", it.item.number, it.item.title_for_the_public()).trim().to_owned(),
            wording::date(it.meeting.date),
            if it.item.access.is_open() { it.lead.clone() } else { String::new() },
        ),
        None => (String::new(), String::new(), String::new()),
    };
    [("Report", title), ("Meeting", day), ("Author", author)]
        .into_iter()
        .map(|(term, words)| Fact::new(term, if words.trim().is_empty() { blank() } else { words }))
        .collect()
}

fn said(document: &mut Document, input: &ReportCoverInput) -> Option<Cell> {
    let about = input.about.as_ref().filter(|it| it.item.access.is_open())?;
    let printed = about.voices.iter().filter(|voice| voice.may_be_printed_for(Audience::Public));
    let mut paragraphs = vec![];
    for voice in printed.take(3) {
        document.holds(voice.id);
        paragraphs.push(voices::words(voice, &about.themes));
    }
    (!paragraphs.is_empty()).then_some(Cell { paragraphs })
}

fn served(input: &ReportCoverInput) -> Option<Cell> {
    let about = input.about.as_ref().filter(|it| it.item.access.is_open())?;
    let called = input.board.promise_words().one_capital();
    let lines = about
        .promises
        .iter()
        .map(|promise| vec![Inline::text(format!("{called} {}: {}", promise.number, promise.title))]);
    let paragraphs: Vec<_> = lines.collect();
    (!paragraphs.is_empty()).then_some(Cell { paragraphs })
}
