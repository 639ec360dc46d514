//! The Link Champion's event sheet, for pen and paper: blank, or filled in as far as an event is planned.
//!
//! It has no room for a child's name, and says at the top what to do when a child may be at risk (rule 6).

use pledgeboard_domain::{
    AgeBand, Audience, Board, Cohort, Event, EventKind, HalfTerm, Share, Theme, Verdict, voice::AT_RISK,
    wording,
};

use super::{capitalised, head};
use crate::block::{Block, Document, Fact, Inline, Table, Tone, plain};

#[derive(Debug, Clone, PartialEq)]
pub struct EventSheetInput {
    pub board: Board,
    /// `None` for a blank sheet.
    pub event: Option<PlannedEvent>,
    /// A blank sheet's theme, with its Link Champion's printed name; empty where there is none.
    pub theme: Option<(Theme, String)>,
    /// The board's groups, in its order.
    pub cohorts: Vec<Cohort>,
}

/// What is known before the event.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedEvent {
    pub event: Event,
    pub theme: Theme,
    pub half_term: Option<HalfTerm>,
    /// The Link Champion's printed name; empty where there is none.
    pub link_champion: String,
}

/// Voices that one sheet has room for.
const VOICES: usize = 4;

/// The same for every audience: it holds only what the Link Champion is about to learn.
pub fn build(input: &EventSheetInput, _audience: Audience) -> Document {
    let about = input
        .event
        .as_ref()
        .map_or_else(|| "blank".to_owned(), |it| wording::date_without_weekday(it.event.date));
    let subtitle = vec!["Take this along. Type it in afterwards, in under three minutes.".to_owned()];
    let mut document = head::adult(&input.board, "Event sheet", &about, subtitle);
    document.push(Block::Callout {
        tone: Tone::Coral,
        blocks: vec![
            Block::runs(vec![Inline::bold(AT_RISK)]),
            Block::paragraph("Never write a child’s name, school or address on this sheet."),
        ],
    });
    document.heading(2, "The event");
    match &input.event {
        Some(planned) => document.push(Block::Facts(facts(planned))),
        None => {
            let known =
                input.theme.as_ref().map(|(theme, champion)| (theme.name.as_str(), champion.as_str()));
            let (theme, champion) = known.unwrap_or_default();
            let known: Vec<Fact> = [("Theme", theme), ("Link Champion", champion)]
                .into_iter()
                .filter(|(_, words)| !words.is_empty())
                .map(|(term, words)| Fact::new(term, words))
                .collect();
            if !known.is_empty() {
                document.push(Block::Facts(known));
            }
            for (label, words) in [("Theme:", theme), ("Date and place:", ""), ("Link Champion:", champion)] {
                if words.is_empty() {
                    document.push(Block::WritingLines { label: plain(label), count: 1 });
                }
            }
            let kinds = EventKind::ALL.iter().map(|kind| capitalised(kind.words())).collect();
            document.push(Block::TickBoxes { label: plain("What kind of event?"), options: kinds });
        }
    }
    document.heading(3, "Who came? Write numbers only.");
    document.push(Block::Table(who_came()));
    if !input.cohorts.is_empty() {
        let groups = input.cohorts.iter().map(|cohort| cohort.name.clone()).collect();
        document.push(Block::TickBoxes { label: plain("Which groups?"), options: groups });
    }
    let theme = input.event.as_ref().map(|it| &it.theme).or(input.theme.as_ref().map(|(theme, _)| theme));
    let questions = theme.map(|theme| theme.questions.as_slice()).unwrap_or_default();
    if !questions.is_empty() {
        document.heading(2, "Questions for this theme");
        document.push(Block::bullets(questions.iter().map(String::as_str)));
    }
    document.push(Block::WritingLines { label: vec![Inline::bold("What happened?")], count: 4 });
    document.heading(2, "What they said");
    for number in 1..=VOICES {
        voice(&mut document, number);
    }
    document.heading(2, "What you saw with your own eyes");
    let claim = format!("A claim in a report or {}, and where it stands", input.board.promise_words().one);
    document.push(Block::WritingLines { label: plain(claim), count: 2 });
    let verdicts =
        Verdict::ALL.iter().map(|verdict| capitalised(&verdict.words().replace('\'', "’"))).collect();
    document.push(Block::TickBoxes { label: plain("Is it true?"), options: verdicts });
    document.push(Block::WritingLines { label: plain("What did you see?"), count: 3 });
    document.push(Block::WritingLines {
        label: vec![Inline::bold("What will you take to the board?")],
        count: 4,
    });
    document
}

fn facts(planned: &PlannedEvent) -> Vec<Fact> {
    let event = &planned.event;
    let mut facts = vec![
        Fact::new("Event", event.title.as_str()),
        Fact::new("Theme", planned.theme.name.as_str()),
        Fact::new("Date", wording::date(event.date)),
        Fact::new("Place", event.place.as_str()),
        Fact::new("Kind", capitalised(event.kind.words())),
    ];
    facts.extend(planned.half_term.as_ref().map(|it| Fact::new("Half-term", it.name())));
    facts.push(Fact::new("Link Champion", planned.link_champion.as_str()));
    facts.retain(|fact| !fact.text.is_empty());
    facts
}

/// A box to write a number in for each age band.
fn who_came() -> Table {
    let ages = AgeBand::ALL.iter().map(|band| format!("Aged {}", band.words()));
    let mut table = Table::new("Who came, as numbers only", ages, &[1.0; AgeBand::ALL.len()]);
    table.row_headers = false;
    table.row(AgeBand::ALL.iter().map(|_| "\u{a0}".into()).collect());
    table
}

fn voice(document: &mut Document, number: usize) {
    let label = vec![Inline::bold(format!("{number}. ")), Inline::text("What was said:")];
    document.push(Block::WritingLines { label, count: 2 });
    let share = Share::ALL.iter().map(|share| format!("Share {}", share.words()));
    let mut options = vec!["Their own words".to_owned()];
    options.extend(share);
    options.push("Sensitive".to_owned());
    document.push(Block::TickBoxes { label: plain("Tick:"), options });
}
