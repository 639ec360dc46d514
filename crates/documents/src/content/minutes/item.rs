//! One minute: what was said in summary, what was resolved, who does what.

use pledgeboard_domain::{Audience, Decision, ItemKind, Standing, VoteWay, numbering::Pattern, wording};

use super::{MinutedItem, MinutesInput};
use crate::block::{Block, Document, Inline, Item, List, Table, Tone};
use crate::content::{closed, pills, written};

pub fn push(document: &mut Document, input: &MinutesInput, minuted: &MinutedItem, audience: Audience) {
    let item = &minuted.item;
    let readable = audience.may_read(&item.access);
    let title = if readable { item.title.as_str() } else { item.title_for_the_public() };
    document.heading(2, format!("{} {title}", label(minuted)).trim().to_owned());
    if let Some(pill) = pills::access(&item.access) {
        document.push(Block::runs(vec![pill]));
        document.paragraph(closed::public_reason(&item.access));
    }
    if item.is_withdrawn() {
        document.paragraph("This item was withdrawn.");
        return;
    }
    let mut numbers = Numbers::of(input, minuted);
    if let Some(minute) = &minuted.minute {
        for paragraph in written::paragraphs(&minute.text) {
            numbers.push(document, paragraph.blocks());
        }
        // The private part may stand under an open item too; whoever does not get it gets the summary instead.
        let private = !minute.private_text.trim().is_empty();
        let reads_private = matches!(audience, Audience::Members | Audience::Chair);
        if !(private && reads_private) {
            summary(document, input, minuted);
        }
        if private && reads_private {
            let mut blocks = vec![Block::runs(vec![Inline::bold("Not for publication")])];
            blocks.extend(written::blocks(&minute.private_text));
            document.push(Block::Callout { tone: Tone::Coral, blocks });
        }
    }
    if let Some(to) = item.deferred_to_id {
        let day = input.put_off_to.iter().find(|(meeting, _)| *meeting == to).map(|(_, day)| *day);
        document.paragraph(day.map_or_else(
            || "The board put this item off to a later meeting.".to_owned(),
            pledgeboard_domain::evening::deferred_words,
        ));
    }
    decisions(document, input, minuted, audience, &mut numbers);
    actions(document, minuted, audience);
    if input.closed_under() == Some(item.id) {
        closed_actions(document, input, audience);
    }
    if audience.reads_internal_notes() && !item.internal_notes.trim().is_empty() {
        let mut blocks = vec![Block::runs(vec![Inline::bold("Notes for the chair only")])];
        blocks.extend(written::blocks(&item.internal_notes));
        document.push(Block::Callout { tone: Tone::Soft, blocks });
    }
}

/// The proper officer's written summary, where what was not public leaves no fair record (Local Government Act 1972,
/// section 100C(2)). A draft says where it still has to be written.
fn summary(document: &mut Document, input: &MinutesInput, minuted: &MinutedItem) {
    let Some(minute) = &minuted.minute else { return };
    let law = match input.board.standing {
        Standing::StatutoryCommittee => " (Local Government Act 1972, section 100C(2))",
        Standing::NonStatutoryBoard => "",
    };
    if !minute.officer_summary.trim().is_empty() {
        let mut label = Block::small(format!("Summary by the proper officer{law}:"));
        if let Block::Paragraph(paragraph) = &mut label {
            paragraph.keep_with_next = true;
        }
        document.push(label);
        written::blocks(&minute.officer_summary).into_iter().for_each(|block| document.push(block));
    } else if !minuted.item.access.is_open() && minute.text.trim().is_empty() && !input.is_approved() {
        document.push(Block::small("The proper officer’s summary of this item is still to be written."));
    }
}

/// "RESOLVED: that …", for one resolution.
pub fn resolved(words: &str) -> Vec<Inline> {
    vec![Inline::bold("RESOLVED:"), Inline::text(format!(" {words}"))]
}

/// The minute's number once it has one, the item's until then.
fn label(minuted: &MinutedItem) -> String {
    match &minuted.minute {
        Some(minute) if !minute.number.trim().is_empty() => format!("{}:", minute.number),
        _ if minuted.item.number.is_empty() => String::new(),
        _ => format!("{}.", minuted.item.number),
    }
}

/// Numbers the paragraphs of one minute, on a board that does ("13.1"). Only what stands in every copy has a number,
/// so the public copy and the members' copy can both be quoted by it.
struct Numbers {
    pattern: Option<Pattern>,
    minute: String,
    given: u32,
}

impl Numbers {
    fn of(input: &MinutesInput, minuted: &MinutedItem) -> Self {
        let minute = minuted.minute.as_ref().map(|minute| minute.number.clone()).unwrap_or_default();
        let pattern = input.board.minute_numbers().ok().flatten().filter(|_| !minute.trim().is_empty());
        Self { pattern, minute, given: 0 }
    }

    fn push(&mut self, document: &mut Document, blocks: Vec<Block>) {
        self.given += 1;
        let label = self.pattern.as_ref().and_then(|pattern| pattern.paragraph(&self.minute, self.given));
        match label {
            Some(label) => {
                document.push(Block::List(List { items: vec![Item { label, blocks }], ordered: true }))
            }
            None => blocks.into_iter().for_each(|block| document.push(block)),
        }
    }
}

fn decisions(
    document: &mut Document,
    input: &MinutesInput,
    minuted: &MinutedItem,
    audience: Audience,
    numbers: &mut Numbers,
) {
    if minuted.decisions.is_empty() {
        // The board went on in private, so it resolved to: the items themselves say in which words.
        if minuted.item.kind == ItemKind::Exclusion
            && let Some(words) = input.resolution()
        {
            numbers.push(document, vec![Block::runs(resolved(&words))]);
        }
        return;
    }
    let access = &minuted.item.access;
    if !audience.may_read(access) {
        let words = vec![Inline::bold("RESOLVED"), Inline::text(format!(" · {}", closed::in_place(access)))];
        numbers.push(document, vec![Block::runs(words)]);
        return;
    }
    let mut decisions: Vec<&Decision> = minuted.decisions.iter().collect();
    decisions.sort_by_key(|decision| decision.position);
    if let [only] = decisions.as_slice() {
        let mut blocks = vec![Block::runs(resolved(&only.text))];
        blocks.extend(carried(input, only).map(Block::small));
        numbers.push(document, blocks);
        return;
    }
    let items = decisions
        .iter()
        .enumerate()
        .map(|(index, decision)| {
            let mut blocks = vec![Block::paragraph(decision.text.as_str())];
            blocks.extend(carried(input, decision).map(Block::small));
            Item { label: wording::lettered(index), blocks }
        })
        .collect();
    numbers.push(document, vec![Block::label("RESOLVED:"), Block::List(List { items, ordered: true })]);
}

/// Mover, seconder and the recorded vote, where there are any.
fn carried(input: &MinutesInput, decision: &Decision) -> Option<String> {
    let mut parts = Vec::new();
    for (by, id) in [("Moved by", decision.mover_id), ("seconded by", decision.seconder_id)] {
        let name = input.name(id);
        if !name.is_empty() {
            parts.push(format!("{by} {name}"));
        }
    }
    let mut words = parts.join(", ");
    if !words.is_empty() {
        words.push('.');
    }
    if !decision.votes.is_empty() {
        let of = |way: VoteWay| {
            let names: Vec<String> = decision
                .votes
                .iter()
                .filter(|vote| vote.way == way)
                .map(|vote| input.name(Some(vote.person_id)))
                .filter(|name| !name.is_empty())
                .collect();
            (!names.is_empty()).then(|| format!("{}: {}", way.words(), wording::list(&names)))
        };
        let ways: Vec<String> = VoteWay::ALL.iter().filter_map(|way| of(*way)).collect();
        words.push_str(&format!(" Recorded vote: {}.", ways.join("; ")));
    }
    (!words.trim().is_empty()).then(|| words.trim().to_owned())
}

fn actions(document: &mut Document, minuted: &MinutedItem, audience: Audience) {
    if minuted.actions.is_empty() {
        return;
    }
    let mut table = Table::new("Actions", ["Reference", "What", "Who", "By when"], &[1.2, 3.8, 1.8, 2.15]);
    for line in &minuted.actions {
        let reference = line.action.reference.as_str();
        if audience.may_read(&line.access) && audience.may_read(&minuted.item.access) {
            let due = line.action.due.map(wording::date_without_weekday).unwrap_or_default();
            table.row(vec![
                reference.into(),
                line.action.text.as_str().into(),
                line.owner.as_str().into(),
                due.into(),
            ]);
        } else {
            let access = if line.access.is_open() { &minuted.item.access } else { &line.access };
            table.row(vec![reference.into(), closed::in_place(access).into(), "".into(), "".into()]);
        }
    }
    document.push(Block::Table(table));
}

/// What the board itself closed at this meeting (rule 4).
fn closed_actions(document: &mut Document, input: &MinutesInput, audience: Audience) {
    if input.closed.is_empty() {
        return;
    }
    document.push(Block::label("Closed by the board at this meeting:"));
    let lines = input.closed.iter().map(|line| {
        let words = if audience.may_read(&line.access) {
            line.action.text.clone()
        } else {
            closed::in_place(&line.access)
        };
        format!("{}: {words}", line.action.reference)
    });
    document.push(Block::bullets(lines));
}
