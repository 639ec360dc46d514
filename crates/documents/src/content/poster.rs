//! "You said, we did": one page for the wall of the youth centre.
//!
//! Only children's own words that may be shared anywhere, and only deeds with plain words: what is still open, and what
//! only adults wrote, is no poster. What does not fit on the page is left for the next one.

use chrono::NaiveDate;
use pledgeboard_domain::{AnswerKind, Audience, Board, id::VoiceId, wording};

use super::child_promises::PromiseRecord;
use super::{AnsweredVoice, children, closed, head};
use crate::block::{Block, Document, Icon, Pair, Picture, Style, Tone, plain};
use crate::palette::Colour;
use crate::{DocumentError, page_count};

/// Words that are longer than this are for a report: nobody reads them on a wall. In letters.
const LONGEST: usize = 150;

#[derive(Debug, Clone, PartialEq)]
pub struct PosterInput {
    pub board: Board,
    pub today: NaiveDate,
    pub answered: Vec<AnsweredVoice>,
    /// Current ones.
    pub promises: Vec<PromiseRecord>,
}

/// One thing that children said, and what came of it.
#[derive(Debug, Clone, PartialEq)]
struct Line<'a> {
    said: String,
    /// "We did", or "We say" where the answer is that nothing will change.
    label: &'static str,
    did: &'a str,
    tone: Tone,
    icon: Icon,
    on: NaiveDate,
    voice: Option<VoiceId>,
}

/// The poster, and how many lines are left out because the page is full.
#[derive(Debug, Clone, PartialEq)]
pub struct Poster {
    pub document: Document,
    pub left_out: usize,
}

/// As much as one page holds, the latest deeds first. The same for every audience: it hangs on a wall.
///
/// # Errors
/// As for laying a document out.
pub fn fitted(input: &PosterInput) -> Result<Poster, DocumentError> {
    let lines = lines(input);
    let mut shown = lines.len().min(6);
    while shown > 1 && pages(input, &lines, shown)? > 1 {
        shown -= 1;
    }
    Ok(Poster { document: with(input, &lines, shown), left_out: lines.len() - shown })
}

/// With room for the logo, which comes to its head later.
fn pages(input: &PosterInput, lines: &[Line<'_>], shown: usize) -> Result<usize, DocumentError> {
    let mut document = with(input, lines, shown);
    if !input.board.logo.is_empty() {
        document.blocks.insert(0, head::logo(Picture::Icon(Icon::did(), Tone::Teal), &input.board));
    }
    page_count(&document)
}

/// The first three lines, which a page nearly always holds.
pub fn build(input: &PosterInput, _audience: Audience) -> Document {
    with(input, &lines(input), 3)
}

fn with(input: &PosterInput, lines: &[Line<'_>], shown: usize) -> Document {
    let board = &input.board;
    let mut document = Document::new("You said, we did", Style::Poster);
    document.publisher.clone_from(&input.board.council);
    document.accent = Colour::accent(&board.colour);
    document.footer = format!("{} · {}", board.council, wording::month(input.today));
    document.push(Block::Title {
        kicker: Some(format!("From your {}", board.name)),
        text: "You said, we did".to_owned(),
        subtitle: vec![],
    });
    if lines.is_empty() {
        document.paragraph("We are still working on what you told us. Tell us more.");
    }
    for line in lines.iter().take(shown) {
        if let Some(voice) = line.voice {
            document.holds(voice);
        }
        let said = Block::Pair(Pair {
            icon: Icon::said(),
            tone: Tone::Plum,
            label: Some("You said".to_owned()),
            paragraphs: vec![plain(line.said.as_str())],
        });
        let did = Block::Pair(Pair {
            icon: line.icon,
            tone: line.tone,
            label: Some(line.label.to_owned()),
            paragraphs: vec![plain(closed::sentence(line.did))],
        });
        document.push(Block::Together(vec![said, did]));
    }
    let talk = match board.who_to_talk_to.trim() {
        "" => children::STILL_WRITING,
        words => words,
    };
    document.push(Block::Callout {
        tone: Tone::Teal,
        blocks: vec![Block::heading(2, "What do you think?"), Block::paragraph(talk)],
    });
    document
}

/// What may hang on a wall, the latest first; a deed before words alone.
fn lines(input: &PosterInput) -> Vec<Line<'_>> {
    let mut all: Vec<Line<'_>> = input.answered.iter().filter_map(answered).collect();
    all.extend(input.promises.iter().filter_map(promised));
    all.retain(|line| line.said.chars().count() <= LONGEST && line.did.chars().count() <= LONGEST);
    all.sort_by_key(|line| std::cmp::Reverse((line.label == "We did", line.on)));
    all
}

fn answered(it: &AnsweredVoice) -> Option<Line<'_>> {
    let printed = it.voice.may_be_printed_for(Audience::Children) && it.voice.is_quote && it.access.is_open();
    if !printed {
        return None;
    }
    let deed = it.deed.as_ref().filter(|deed| !deed.plain_text.trim().is_empty());
    let line = Line {
        said: format!("“{}”", it.voice.words.trim()),
        label: "We did",
        did: "",
        tone: Tone::Leaf,
        icon: Icon::did(),
        on: it.answer.answered_on,
        voice: Some(it.voice.id),
    };
    let answer = it.answer.plain_text.as_str();
    match (deed, it.answer.kind) {
        (Some(deed), _) => Some(Line { did: &deed.plain_text, on: deed.on, ..line }),
        _ if answer.trim().is_empty() => None,
        (None, AnswerKind::NoBecause) => {
            Some(Line { label: "We say", did: answer, tone: Tone::Coral, icon: Icon::told(), ..line })
        }
        (None, AnswerKind::AlreadyHappens) => {
            Some(Line { label: "We say", did: answer, icon: Icon::told(), ..line })
        }
        // Still to be done: a promise is no deed.
        (None, _) => None,
    }
}

/// The latest that was done for a promise.
fn promised(record: &PromiseRecord) -> Option<Line<'_>> {
    let said = record.promise.you_said_plain.trim();
    let (on, did) = record
        .commitments
        .iter()
        .filter_map(|it| it.done_on.map(|on| (on, it.done_plain.trim())))
        .filter(|(_, did)| !did.is_empty())
        .max_by_key(|(on, _)| *on)?;
    if said.is_empty() {
        return None;
    }
    let (tone, icon) = (Tone::Leaf, Icon::did());
    Some(Line { said: closed::sentence(said), label: "We did", did, tone, icon, on, voice: None })
}
