//! What a pack says of itself: the agenda with a list of contents, or what a supplement brings.

use std::collections::BTreeMap;

use pledgeboard_domain::{
    Access, Audience, PackNumbers, PackPart, PackedPaper, PublishedItem, PublishedPaper, pack, wording,
};

use super::agenda::{self, AgendaInput, Line, item};
use super::{closed, head, pills};
use crate::block::{Block, Cell, Document, Fact, Inline, Style, Table, Tone};
use crate::pack::link_to;
use crate::sink::Nowhere;
use crate::{DocumentError, render};

/// The first pages of one part of a pack.
#[derive(Debug)]
pub struct Front {
    pub document: Document,
    pub pages: usize,
}

/// The agenda of a pack, or the first pages of a supplement, with the pages of all that follows. `last` is the number of
/// the last page of all; a logo is one that can be read.
///
/// # Errors
/// As [`render`].
pub fn front(
    input: &AgendaInput,
    audience: Audience,
    part: &PackPart,
    last: i64,
    logo: Option<&[u8]>,
) -> Result<Front, DocumentError> {
    // Where an item stands is known once it is laid out with its list of contents: twice is enough unless numbers grow.
    let mut items = BTreeMap::new();
    for _ in 0..4 {
        let mut document = document(input, audience, part, &items);
        if let Some(logo) = logo {
            head::add_logo(&mut document, &input.board, logo.to_vec());
        }
        document.numbered =
            Some((usize::try_from(part.first).unwrap_or(1), usize::try_from(last).unwrap_or(1)));
        let painted = render(&document, &mut Nowhere)?;
        let found: BTreeMap<String, i64> = painted
            .bookmarks
            .iter()
            .filter(|bookmark| bookmark.level > 1)
            .map(|bookmark| (bookmark.title.clone(), part.first + i64::try_from(bookmark.page).unwrap_or(0)))
            .collect();
        if found == items {
            fill_up(&mut document, part, painted.pages);
            return Ok(Front {
                document,
                pages: painted.pages.max(usize::try_from(part.front).unwrap_or(0)),
            });
        }
        items = found;
    }
    Err(DocumentError::Writing { reason: "the list of contents does not settle".to_owned() })
}

/// Where the other edition of the agenda is longer, the papers still begin on the same page.
fn fill_up(document: &mut Document, part: &PackPart, pages: usize) {
    for _ in pages..usize::try_from(part.front).unwrap_or(0) {
        document.push(Block::PageBreak);
        document.push(Block::small("This page is left empty on purpose."));
    }
}

fn document(
    input: &AgendaInput,
    audience: Audience,
    part: &PackPart,
    items: &BTreeMap<String, i64>,
) -> Document {
    if part.version > 1 {
        return supplement(input, audience, part, items);
    }
    let contents = contents(input, audience, part, items, false);
    agenda::build_with(input, audience, "agenda pack", contents)
}

/// What came after the pack was published.
fn supplement(
    input: &AgendaInput,
    audience: Audience,
    part: &PackPart,
    items: &BTreeMap<String, i64>,
) -> Document {
    let meeting = &input.content.meeting;
    let about = wording::date_without_weekday(meeting.date);
    let title = format!("{}: supplement {}", head::name(&input.board, meeting), part.version - 1);
    let mut document = head::adult(&input.board, &title, &about, vec!["Late items and papers".to_owned()]);
    let lines = agenda::lines(input);
    let new: Vec<&Line<'_>> = lines.iter().filter(|line| line.item().since_version == part.version).collect();
    if audience != Audience::Public {
        let papers = papers(input, part).into_iter().map(|(_, paper)| &paper.access);
        document.header = closed::page_marking(new.iter().map(|line| &line.item().access).chain(papers));
        if let Some(marking) = document.header.clone() {
            let marking = Block::runs(vec![Inline::bold(marking)]);
            document.push(Block::Callout { tone: Tone::Coral, blocks: vec![marking] });
        }
    }
    let mut facts = head::meeting_facts(meeting, lines.iter().any(|line| !line.item().access.is_open()));
    if let Some(published) = &input.published {
        facts.push(Fact::new("Published", wording::date(published.on)));
    }
    facts.push(Fact::new(
        "Page numbers",
        format!("They go on from the agenda pack, from page {}.", part.first),
    ));
    document.push(Block::Facts(facts));
    if let Some(notice) = agenda::notice(input, audience) {
        document.push(notice);
    }
    contents(input, audience, part, items, true).into_iter().for_each(|block| document.push(block));
    if !new.is_empty() {
        document.heading(2, "New items");
        let numbered: Vec<_> = lines.iter().map(|line| (line.number.clone(), line.item())).collect();
        for line in new {
            item::push(&mut document, input, line, audience, &numbered);
        }
    }
    document
}

/// The papers of a part with the items that they belong to, in the order of the pack.
fn papers<'a>(input: &'a AgendaInput, part: &PackPart) -> Vec<(&'a PublishedItem, &'a PublishedPaper)> {
    let find = |packed: &PackedPaper| {
        let mut items = input.content.items.iter().filter(|it| !it.item.is_withdrawn());
        items.find_map(|it| Some((it, it.papers.iter().find(|paper| paper.paper_id == packed.paper_id)?)))
    };
    part.papers.iter().filter_map(find).collect()
}

/// Items and papers with their pages.
fn contents(
    input: &AgendaInput,
    audience: Audience,
    part: &PackPart,
    items: &BTreeMap<String, i64>,
    only_new: bool,
) -> Vec<Block> {
    let lines = agenda::lines(input);
    let mut table =
        Table::new("Items and papers with their pages", ["Item", "What", "Pages"], &[0.7, 6.0, 1.4]);
    let pages_of = |paper| part.papers.iter().find(|packed| packed.paper_id == paper);
    for line in &lines {
        let title = format!("{}. {}", line.number, line.title(audience));
        let held: Vec<_> = match line.item().is_withdrawn() {
            true => vec![],
            false => line.published.papers.iter().collect(),
        };
        let is_new = line.item().since_version == part.version;
        if only_new && !is_new && !held.iter().any(|paper| pages_of(paper.paper_id).is_some()) {
            continue;
        }
        let mut what = Cell::runs(vec![Inline::bold(line.title(audience))]);
        what.paragraphs.extend(pills::access(&line.item().access).map(|pill| vec![pill]));
        let page = items.get(&title).map_or_else(Cell::default, |page| linked(*page..=*page));
        table.row(vec![line.number.as_str().into(), what, page]);
        if !audience.may_read(&line.item().access) {
            continue;
        }
        for paper in held {
            let (what, pages) = match pages_of(paper.paper_id) {
                Some(packed) => {
                    let pages = packed.first..=packed.first + packed.pages - 1;
                    (Cell::from(paper.title.as_str()), linked(pages))
                }
                None if audience.may_read(&paper.access) => continue,
                None => (Cell::from(format!("A paper. {}", closed::in_place(&paper.access))), "".into()),
            };
            table.row(vec![line.number.as_str().into(), what, pages]);
        }
    }
    if table.rows.is_empty() {
        return vec![];
    }
    let what = if only_new { "What is in this supplement" } else { "What is in this pack" };
    let mut blocks = vec![Block::heading(2, what), Block::Table(table)];
    if !papers_are_all_here(input, audience) {
        blocks.push(Block::paragraph("Papers that are not for publication are left out."));
    }
    blocks
}

fn papers_are_all_here(input: &AgendaInput, audience: Audience) -> bool {
    let papers = input.content.items.iter().flat_map(|it| &it.papers);
    papers.into_iter().all(|paper| audience.may_read(&paper.access))
}

/// "12–20", which leads there.
fn linked(pages: std::ops::RangeInclusive<i64>) -> Cell {
    let words = pack::in_words(&pages);
    let words = words.trim_start_matches("pages ").trim_start_matches("page ");
    Cell::runs(vec![Inline::link(words, link_to(usize::try_from(*pages.start()).unwrap_or(1)))])
}

/// The marking of a paper's pages (Local Government Act 1972, section 100B(5)).
pub fn marking(access: &Access) -> Option<String> {
    closed::page_marking([access])
}

/// Numbers the packs of one more version of an agenda, behind those that were numbered before.
///
/// # Errors
/// As [`front`].
pub fn number(
    input: &AgendaInput,
    version: i64,
    before: &PackNumbers,
    logo: Option<&[u8]>,
) -> Result<PackNumbers, DocumentError> {
    let mut numbers = before.clone();
    let mut longest = 0;
    // The second time round, both editions of the pack leave as much room for the agenda as the longer one needs.
    for _ in 0..2 {
        numbers.clone_from(before);
        for audience in [Audience::Public, Audience::Members] {
            let papers = pack::new_papers(&input.content, audience, before.of(audience));
            let news = input.content.items.iter().any(|it| it.item.since_version == version);
            if version > 1 && papers.is_empty() && !news {
                continue;
            }
            let behind = pack::last_page(before.of(audience));
            let part = settled(input, audience, logo, |front| {
                PackPart::behind(behind, version, front.max(longest), &papers)
            })?;
            numbers.of_mut(audience).push(part);
        }
        let fronts =
            [&numbers.public, &numbers.members].map(|parts| parts.last().map_or(0, |part| part.front));
        if version > 1 || fronts[0] == fronts[1] {
            break;
        }
        longest = fronts[0].max(fronts[1]);
    }
    Ok(numbers)
}

/// The part with as many first pages as they take when they name their own numbers.
fn settled(
    input: &AgendaInput,
    audience: Audience,
    logo: Option<&[u8]>,
    part: impl Fn(i64) -> PackPart,
) -> Result<PackPart, DocumentError> {
    let mut input = input.clone();
    let mut numbered = part(0);
    for _ in 0..4 {
        input.content.pack.of_mut(audience).retain(|it| it.version != numbered.version);
        input.content.pack.of_mut(audience).push(numbered.clone());
        let pages =
            i64::try_from(front(&input, audience, &numbered, numbered.last(), logo)?.pages).unwrap_or(0);
        if pages == numbered.front {
            return Ok(numbered);
        }
        numbered = part(pages);
    }
    Err(DocumentError::Writing { reason: "the page numbers do not settle".to_owned() })
}

/// Pages in the place of a paper that was removed for good, so that all others keep their numbers.
pub fn gone(pages: usize) -> Document {
    let mut document = Document::new("A paper that was removed", Style::Adult);
    for page in 0..pages {
        if page > 0 {
            document.push(Block::PageBreak);
        }
        document.push(Block::heading(2, "This paper was removed"));
        document.push(Block::paragraph("Its pages keep their numbers."));
    }
    document
}
