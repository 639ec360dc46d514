//! One item of the agenda, in full.

use pledgeboard_domain::{AgendaItem, Audience, ItemKind, pack, wording};

use super::{AgendaInput, Line};
use crate::block::{Block, Cell, Document, Inline, Item, List, Table, Tone};
use crate::content::{capitalised, closed, pills, voices, written};

pub fn push(
    document: &mut Document,
    input: &AgendaInput,
    line: &Line<'_>,
    audience: Audience,
    numbered: &[(String, &AgendaItem)],
) {
    let item = line.item();
    document.heading(3, format!("{}. {}", line.number, line.title(audience)));
    if item.is_withdrawn() {
        let mut words = vec![Inline::pill("Withdrawn", Tone::Soft)];
        if audience.may_read(&item.access) {
            words.push(Inline::text(format!(" {}", closed::sentence(&item.withdrawn_reason))));
        }
        document.push(Block::runs(words));
        return;
    }
    document.push(Block::runs(when(line, audience)));
    if !item.access.is_open() {
        document.paragraph(closed::public_reason(&item.access));
    }
    if !audience.may_read(&item.access) {
        return;
    }
    if !item.urgency_reason.trim().is_empty() {
        let reason = closed::sentence(&item.urgency_reason);
        document.push(Block::runs(vec![Inline::bold("Late item. Why it is urgent: "), Inline::text(reason)]));
    }
    written::blocks(&item.summary).into_iter().for_each(|block| document.push(block));
    // The resolution in the board's own words, where an officer wrote them.
    if item.kind == ItemKind::Exclusion && item.summary.trim().is_empty() {
        for sentence in closed::exclusion(numbered) {
            document.paragraph(sentence);
        }
    }
    linked(document, input, item, audience);
    papers(document, input, line, audience);
    if audience != Audience::Public && !item.questions.is_empty() {
        document.push(Block::label("Questions to ask"));
        document.push(Block::bullets(item.questions.iter().map(String::as_str)));
    }
    if audience.reads_internal_notes() && !item.internal_notes.trim().is_empty() {
        let mut blocks = vec![Block::label("Notes for the chair only")];
        blocks.extend(written::blocks(&item.internal_notes));
        document.push(Block::Callout { tone: Tone::Soft, blocks });
    }
}

/// Purpose, time, length and lead in one line.
fn when(line: &Line<'_>, audience: Audience) -> Vec<Inline> {
    let item = line.item();
    let mut words = vec![pills::purpose(item.purpose)];
    if let Some(pill) = pills::access(&item.access) {
        words.extend([Inline::text(" "), pill]);
    }
    let mut parts = Vec::new();
    if line.minutes > 0 {
        parts.extend([line.starts.clone(), wording::duration(line.minutes)]);
    }
    if audience.reads_internal_notes() && item.presenting_minutes > 0 && item.discussing_minutes > 0 {
        parts.push(format!("{} to present, {} to discuss", item.presenting_minutes, item.discussing_minutes));
    }
    if audience.may_read(&item.access) && !line.published.lead.trim().is_empty() {
        parts.push(capitalised(&line.published.lead));
    }
    if !parts.is_empty() {
        words.push(Inline::toned(format!(" {}", parts.join(" · ")), Tone::Soft));
    }
    words
}

/// The promises, voices and actions that the item is about.
fn linked(document: &mut Document, input: &AgendaInput, item: &AgendaItem, audience: Audience) {
    let called = input.board.promise_words();
    let promises: Vec<String> = input
        .promises
        .iter()
        .filter(|promise| item.promises.contains(&promise.id))
        .map(|promise| format!("{} {}: {}", called.one_capital(), promise.number, promise.title))
        .collect();
    if !promises.is_empty() {
        document.push(Block::label(called.many_capital()));
        document.push(Block::bullets(promises));
    }
    let said = voices::list(
        document,
        input.voices.iter().filter(|voice| item.voices.contains(&voice.id)),
        &input.themes,
        audience,
    );
    if let Some(said) = said {
        document.push(Block::label("What children and young people said"));
        document.push(said);
    }
    let wanted = |line: &&crate::content::ActionLine| {
        item.actions.contains(&line.action.id) || (item.kind == ItemKind::Actions && line.action.is_live())
    };
    let actions: Vec<_> = input.actions.iter().filter(wanted).collect();
    if actions.is_empty() {
        return;
    }
    let mut table = Table::new("Actions", ["Reference", "What", "Who", "By when"], &[1.2, 3.8, 1.8, 2.15]);
    for line in actions {
        let reference = line.action.reference.as_str();
        if audience.may_read(&line.access) {
            let mut due = Cell::from(line.action.due.map(wording::date_without_weekday).unwrap_or_default());
            due.paragraphs.push(vec![pills::state(&line.action, input.content.meeting.date)]);
            table.row(vec![
                reference.into(),
                line.action.text.as_str().into(),
                line.owner.as_str().into(),
                due,
            ]);
        } else {
            table.row(vec![reference.into(), closed::in_place(&line.access).into(), "".into(), "".into()]);
        }
    }
    document.push(Block::Table(table));
}

fn papers(document: &mut Document, input: &AgendaInput, line: &Line<'_>, audience: Audience) {
    let mut listed: Vec<Vec<Inline>> = Vec::new();
    for paper in &line.published.papers {
        // Where it stands in the pack, once that is numbered; else only how long it is.
        let pages = match input.content.pack.pages(audience, paper.paper_id) {
            Some(pages) => pack::in_words(&pages),
            None => wording::count(u64::try_from(paper.pages).unwrap_or(0), "page", "pages"),
        };
        if audience.may_read(&paper.access) {
            let mut words = vec![Inline::text(format!("{} ({pages}) ", paper.title))];
            words.extend(pills::access(&paper.access));
            listed.push(words);
        } else {
            listed.push(vec![Inline::text(format!("A paper. {}", closed::in_place(&paper.access)))]);
        }
    }
    if !listed.is_empty() {
        document.push(Block::label("Papers"));
        let items = listed.into_iter().map(|words| Item::new("•", words)).collect();
        document.push(Block::List(List { items, ordered: false }));
    }
    if !line.item().background.is_empty() {
        document.push(Block::label("Background papers"));
        document.push(Block::bullets(line.item().background.iter().map(String::as_str)));
    }
}
