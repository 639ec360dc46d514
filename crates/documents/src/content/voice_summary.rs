//! The voice summary: what children said in a span of time, by theme, and what became of each.
//!
//! For members. A voice carries its theme and broad age band, and nothing of when, where or to whom it was said; what a
//! child shared with nobody and what is sensitive is neither printed nor counted (rule 6).

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgeBand, Answer, AnswerKind, Audience, Board, Theme, Voice,
    small_numbers::{self, Published},
    voice::{Became, became},
    wording,
};

use super::{capitalised, closed, head, voices};
use crate::block::{Block, Cell, Document, Inline, Item, List, Table, Tone};

#[derive(Debug, Clone, PartialEq)]
pub struct VoiceSummaryInput {
    pub board: Board,
    /// Both days are included.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// In the order of the board.
    pub themes: Vec<Theme>,
    pub voices: Vec<SummarisedVoice>,
}

/// A voice with what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct SummarisedVoice {
    pub voice: Voice,
    /// Oldest first; each with the words that children are told, its own or those of what answers it.
    pub answers: Vec<Answer>,
    /// The reference of the action or the promise that answers it: "A26-014"; empty for none.
    pub answered_by: String,
    /// It has waited longer than the board promised itself.
    pub late: bool,
}

impl SummarisedVoice {
    fn became(&self) -> Became {
        became(&self.answers.iter().collect::<Vec<_>>())
    }
}

pub fn build(input: &VoiceSummaryInput, audience: Audience) -> Document {
    let span = format!(
        "{} to {}",
        wording::date_without_weekday(input.from),
        wording::date_without_weekday(input.to)
    );
    let mut document =
        head::adult(&input.board, "What children and young people said", &span, vec![span.clone()]);
    let printed: Vec<&SummarisedVoice> =
        input.voices.iter().filter(|it| it.voice.may_be_printed_for(audience)).collect();
    if printed.is_empty() {
        document.paragraph("No words that may be shared with the board were written down in this time.");
        return document;
    }
    document.paragraph(
        "Each voice stands with its theme and a broad age, and with what became of it. Words that were not to be shared \
         with the board, and sensitive ones, are not in this document.",
    );
    document.heading(2, "By theme");
    document.push(Block::Table(by_theme(input, &printed)));
    document.heading(2, "By age");
    document.extend(by_age(&printed));
    for theme in &input.themes {
        let mut of_theme: Vec<_> = printed.iter().filter(|it| it.voice.theme_id == theme.id).collect();
        if of_theme.is_empty() {
            continue;
        }
        // The youngest first; those of unknown age last.
        of_theme.sort_by_key(|it| it.voice.age_band.map_or(usize::MAX, |band| band as usize));
        document.heading(2, theme.name.as_str());
        let items = of_theme
            .into_iter()
            .map(|it| {
                document.holds(it.voice.id);
                let words = voices::words_of_theme(&it.voice).into_iter();
                Item::new("•", words.chain([Inline::LineBreak]).chain(outcome(it)).collect())
            })
            .collect();
        document.push(Block::List(List { items, ordered: false }));
    }
    document
}

fn by_theme(input: &VoiceSummaryInput, printed: &[&SummarisedVoice]) -> Table {
    let header = ["Theme", "Heard", "Told", "Answered, not told yet", "Waiting"];
    let mut table =
        Table::new("Voices of each theme, and what became of them", header, &[3.6, 1.0, 1.0, 1.6, 1.15]);
    let row = |name: Cell, of: &dyn Fn(&SummarisedVoice) -> bool| {
        let count = |wanted: &dyn Fn(&SummarisedVoice) -> bool| {
            printed.iter().filter(|it| of(it) && wanted(it)).count().to_string()
        };
        vec![
            name,
            count(&|_| true).into(),
            count(&|it| it.became() == Became::Told).into(),
            count(&|it| it.became() == Became::Answered).into(),
            count(&|it| it.became() == Became::Waiting).into(),
        ]
    };
    for theme in &input.themes {
        if printed.iter().any(|it| it.voice.theme_id == theme.id) {
            table.row(row(theme.name.as_str().into(), &|it| it.voice.theme_id == theme.id));
        }
    }
    table.row(row(Inline::bold("All").into(), &|_| true));
    table
}

/// How many of each age band; small numbers of children are hidden.
fn by_age(printed: &[&SummarisedVoice]) -> Vec<Block> {
    let bands: Vec<Option<AgeBand>> = AgeBand::ALL.iter().copied().map(Some).chain([None]).collect();
    let of = |band: Option<AgeBand>| printed.iter().filter(|it| it.voice.age_band == band).count();
    let counts: Vec<u32> = bands.iter().map(|band| u32::try_from(of(*band)).unwrap_or(u32::MAX)).collect();
    let shown = small_numbers::suppress(&counts, true);
    let mut table = Table::new("Voices of each age", ["Age", "Voices"], &[3.0, 1.0]);
    for (band, count) in bands.iter().zip(&shown) {
        let name = band.map_or_else(|| "Not known".to_owned(), |band| capitalised(band.words()));
        table.row(vec![name.into(), count.to_string().into()]);
    }
    table.row(vec![Inline::bold("All").into(), small_numbers::total(&counts).to_string().into()]);
    let mut blocks = vec![Block::Table(table)];
    if shown.contains(&Published::Hidden) {
        blocks.push(Block::small(small_numbers::NOTE));
    }
    blocks
}

/// One line: what became of a voice.
fn outcome(it: &SummarisedVoice) -> Vec<Inline> {
    let became = it.became();
    let pill = match became {
        Became::Told => Inline::pill("Told", Tone::Leaf),
        Became::Answered => Inline::pill("Answered, not told yet", Tone::Sun),
        Became::Waiting if it.late => Inline::pill("Waiting, longer than promised", Tone::Coral),
        Became::Waiting => Inline::pill("Waiting for an answer", Tone::Soft),
    };
    let mut words = vec![pill];
    if let Some(answer) = it.answers.last() {
        let kind = match answer.kind {
            AnswerKind::Action | AnswerKind::Commitment if !it.answered_by.is_empty() => {
                it.answered_by.clone()
            }
            AnswerKind::Action => "An action".to_owned(),
            AnswerKind::Commitment => "A commitment".to_owned(),
            AnswerKind::AlreadyHappens => "This already happens".to_owned(),
            AnswerKind::NoBecause => "No, because".to_owned(),
        };
        words.push(Inline::bold(format!(" {kind}: ")));
        words.push(Inline::text(closed::sentence(&answer.plain_text)));
    }
    words
}
