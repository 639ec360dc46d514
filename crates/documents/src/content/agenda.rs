//! The agenda: draft or published, for the public, for members, for the chair, or in plain words for children.
//!
//! Public by the Local Government Act 1972, section 100B; a members' copy of an exempt item says that it is not for
//! publication, with its paragraph (section 100B(5)).

mod children;
pub(super) mod item;

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgendaContent, AgendaItem, AgendaVersion, Audience, Board, Promise, PublishedItem, Standing, Theme,
    Voice, running_clock::running_clock, wording,
};

use super::{ActionLine, capitalised, closed, head, pills};
use crate::block::{Block, Cell, Document, Fact, Inline, Table, Tone, plain};

#[derive(Debug, Clone, PartialEq)]
pub struct AgendaInput {
    pub board: Board,
    pub content: AgendaContent,
    /// `None` for a draft.
    pub published: Option<Published>,
    /// Voices, promises and actions that the items link to. Those of the actions item: all that the board has not closed.
    pub voices: Vec<Voice>,
    pub promises: Vec<Promise>,
    pub actions: Vec<ActionLine>,
    /// The themes of those voices.
    pub themes: Vec<Theme>,
}

/// What an agenda's version says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// 1, 2, …
    pub number: i64,
    pub on: NaiveDate,
    /// Why this version follows the one before; empty for the first.
    pub reason: String,
    /// Why it came out after the deadline; empty when it did not.
    pub late_reason: String,
}

impl From<&AgendaVersion> for Published {
    fn from(version: &AgendaVersion) -> Self {
        Self {
            number: version.number,
            on: version.published_on,
            reason: version.reason.clone(),
            late_reason: version.late_reason.clone(),
        }
    }
}

/// An item with its printed number and its times.
pub(super) struct Line<'a> {
    pub number: String,
    /// "5:45pm"; empty for an item that was withdrawn.
    pub starts: String,
    pub ends: String,
    pub minutes: u32,
    pub published: &'a PublishedItem,
}

impl Line<'_> {
    pub(super) fn item(&self) -> &AgendaItem {
        &self.published.item
    }

    /// The title as this audience may read it.
    pub(super) fn title(&self, audience: Audience) -> &str {
        let item = self.item();
        if audience.may_read(&item.access) { &item.title } else { item.title_for_the_public() }
    }
}

pub fn build(input: &AgendaInput, audience: Audience) -> Document {
    build_with(input, audience, "agenda", vec![])
}

/// The agenda with something between its head and its items, such as a list of contents.
pub(super) fn build_with(
    input: &AgendaInput,
    audience: Audience,
    called: &str,
    contents: Vec<Block>,
) -> Document {
    let lines = lines(input);
    if audience == Audience::Children {
        return children::build(input, &lines);
    }
    let meeting = &input.content.meeting;
    let about = wording::date_without_weekday(meeting.date);
    let title = format!("{}: {called}", head::name(&input.board, meeting));
    let mut document = head::adult(&input.board, &title, &about, themes(input));
    if audience != Audience::Public {
        let items = lines.iter().map(|line| &line.item().access);
        let papers = lines.iter().flat_map(|line| &line.published.papers).map(|paper| &paper.access);
        document.header = closed::page_marking(items.chain(papers));
        if let Some(marking) = document.header.clone() {
            let marking = Block::runs(vec![Inline::bold(marking)]);
            document.push(Block::Callout { tone: Tone::Coral, blocks: vec![marking] });
        }
    }
    document.push(Block::Facts(facts(input, &lines)));
    if let Some(notice) = notice(input, audience) {
        document.push(notice);
    }
    contents.into_iter().for_each(|block| document.push(block));
    if lines.is_empty() {
        document.heading(2, "Items");
        document.paragraph("There are no items yet.");
        return document;
    }
    document.heading(2, "Items at a glance");
    document.push(Block::Table(glance(&lines, audience)));
    document.heading(2, "Items in full");
    let needs_resolution =
        !lines.iter().any(|line| line.item().kind == pledgeboard_domain::ItemKind::Exclusion);
    let numbered: Vec<(String, &AgendaItem)> =
        lines.iter().map(|line| (line.number.clone(), line.item())).collect();
    let mut resolution = closed::exclusion(&numbered);
    for line in &lines {
        if needs_resolution && !line.item().access.is_open() && !resolution.is_empty() {
            document.heading(3, "Exclusion of the public");
            for sentence in resolution.drain(..) {
                document.paragraph(sentence);
            }
        }
        item::push(&mut document, input, line, audience, &numbered);
    }
    document
}

pub(super) fn lines(input: &AgendaInput) -> Vec<Line<'_>> {
    let meeting = &input.content.meeting;
    let mut items: Vec<&PublishedItem> = input.content.items.iter().collect();
    items.sort_by_key(|published| published.item.position);
    let taken: Vec<_> =
        items.iter().filter(|published| !published.item.is_withdrawn()).map(|it| it.item.slot()).collect();
    let clock = running_clock(meeting.starts, meeting.ends, &taken);
    let mut slots = clock.slots.into_iter();
    items
        .into_iter()
        .enumerate()
        .map(|(index, published)| {
            let slot = if published.item.is_withdrawn() { None } else { slots.next() };
            let number = published.item.number.clone();
            Line {
                number: if number.is_empty() { (index + 1).to_string() } else { number },
                starts: slot.as_ref().map_or_else(String::new, |slot| wording::time(slot.starts)),
                ends: slot.as_ref().map_or_else(String::new, |slot| wording::time(slot.ends)),
                minutes: slot.map_or(0, |slot| slot.minutes),
                published,
            }
        })
        .collect()
}

pub(super) fn themes(input: &AgendaInput) -> Vec<String> {
    let themes = &input.content.themes;
    match themes.len() {
        0 => vec![],
        1 => vec![format!("Theme: {}", wording::list(themes))],
        _ => vec![format!("Themes: {}", wording::list(themes))],
    }
}

fn facts(input: &AgendaInput, lines: &[Line<'_>]) -> Vec<Fact> {
    let closed = lines.iter().any(|line| !line.item().access.is_open());
    let mut facts = head::meeting_facts(&input.content.meeting, closed);
    if !input.board.contact.trim().is_empty() {
        facts.push(Fact::new("Contact", input.board.contact.as_str()));
    }
    if let Some(published) = &input.published {
        let term = match input.board.standing {
            Standing::StatutoryCommittee => "Published",
            Standing::NonStatutoryBoard => "Issued to members",
        };
        facts
            .push(Fact::new(term, format!("{} (version {})", wording::date(published.on), published.number)));
    }
    facts
}

/// A draft says so; a later version says why it was made.
pub(super) fn notice(input: &AgendaInput, audience: Audience) -> Option<Block> {
    let Some(published) = &input.published else {
        let words = plain("This is a draft. It has not been published and may change.");
        return Some(Block::Callout { tone: Tone::Sun, blocks: vec![Block::runs(words)] });
    };
    let mut blocks = Vec::new();
    let why = reason(input, published, audience);
    if !why.is_empty() {
        let reason = format!("Why there is a version {}: ", published.number);
        blocks.push(Block::runs(vec![Inline::bold(reason), Inline::text(why)]));
    }
    if !published.late_reason.trim().is_empty() {
        let reason = closed::sentence(&published.late_reason);
        blocks.push(Block::runs(vec![Inline::bold("Why it came out late: "), Inline::text(reason)]));
    }
    (!blocks.is_empty()).then_some(Block::Callout { tone: Tone::Sun, blocks })
}

/// Why a version was made. Of an item that is not for this audience, or has a paper that is not, only that something
/// was added, withdrawn or opened: the reason was written for those who may read it.
fn reason(input: &AgendaInput, published: &Published, audience: Audience) -> String {
    let why = published.reason.trim();
    let hides = |it: &PublishedItem| {
        let all = it.papers.iter().map(|paper| &paper.access).chain([&it.item.access]);
        let named = format!("item {} ", it.item.number);
        let begins = why.split_once(':').map_or(why, |(begins, _)| begins).to_lowercase() + " ";
        begins.contains(&named) && !all.into_iter().all(|access| audience.may_read(access))
    };
    match why.split_once(':') {
        Some((begins, _)) if input.content.items.iter().any(hides) => closed::sentence(begins),
        _ => closed::sentence(why),
    }
}

fn glance(lines: &[Line<'_>], audience: Audience) -> Table {
    // A board that gives its items no minutes has no times to print: every item would start at the same one.
    let timed = lines.iter().any(|line| line.minutes > 0);
    let mut columns = vec![("Item", 0.7), ("What", 4.0), ("Purpose", 1.5), ("Who leads", 2.4)];
    if timed {
        columns.push(("Starts", 1.2));
    }
    let widths: Vec<f64> = columns.iter().map(|(_, width)| *width).collect();
    let mut table =
        Table::new("The items of the agenda", columns.into_iter().map(|(heading, _)| heading), &widths);
    for line in lines {
        let item = line.item();
        let mut what = Cell::runs(vec![Inline::text(line.title(audience))]);
        what.paragraphs.extend(pills::access(&item.access).map(|pill| vec![pill]));
        if item.is_withdrawn() {
            what.paragraphs.push(vec![Inline::pill("Withdrawn", Tone::Soft)]);
        }
        let lead = if audience.may_read(&item.access) { line.published.lead.as_str() } else { "" };
        let mut cells = vec![
            line.number.as_str().into(),
            what,
            pills::purpose(item.purpose).into(),
            capitalised(lead).into(),
        ];
        if timed {
            cells.push(line.starts.as_str().into());
        }
        table.row(cells);
    }
    table
}
