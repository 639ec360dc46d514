//! One promise, for adults.

use pledgeboard_domain::{
    Audience, Check, Commitment, Lens, Measure, Rating, check, id::PersonId, small_numbers, wording,
};

use super::OurPromisesInput;
use crate::block::{Block, Cell, Document, Fact, Inline, Item, List, Table, Tone};
use crate::content::{capitalised, child_promises::PromiseRecord, closed, figures, lenses, pills, voices};

pub fn push(document: &mut Document, input: &OurPromisesInput, record: &PromiseRecord, audience: Audience) {
    let promise = &record.promise;
    let called = input.set.board.promise_words().one_capital();
    document.heading(2, format!("{called} {}: {}", promise.number, promise.title));
    document.paragraph(promise.text.as_str());
    let mut facts = vec![Fact::new("Theme", record.theme.name.as_str())];
    facts.extend(promise.person_id.map(|id| Fact::new("Responsible", name(input, id))));
    if !record.link_champion.trim().is_empty() {
        facts.push(Fact::new("Link Champion", record.link_champion.as_str()));
    }
    facts.extend(promise.retired_on.map(|day| Fact::new("Ended", wording::date_without_weekday(day))));
    facts.retain(|fact| !fact.text.is_empty());
    document.push(Block::Facts(facts));
    you_said(document, record, audience);
    let (done, open): (Vec<_>, Vec<_>) = record.commitments.iter().partition(|it| it.done_on.is_some());
    we_will(document, input, &open);
    how_will_we_know(document, record, audience);
    we_did(document, &done);
    kept(document, input, record, audience);
}

fn name(input: &OurPromisesInput, person: PersonId) -> String {
    input.names.get(&person).cloned().unwrap_or_default()
}

fn you_said(document: &mut Document, record: &PromiseRecord, audience: Audience) {
    document.heading(3, "You said");
    let summary = record.promise.you_said_plain.trim();
    let mut items: Vec<Item> = vec![];
    for voice in record.voices.iter().filter(|voice| voice.may_be_printed_for(audience)) {
        document.holds(voice.id);
        items.push(Item::new("•", voices::words_of_theme(voice)));
    }
    if !summary.is_empty() {
        document.paragraph(summary);
    } else if items.is_empty() {
        document.paragraph("No words of children that may be shared stand behind this yet.");
    }
    if !items.is_empty() {
        document.push(Block::List(List { items, ordered: false }));
    }
}

fn we_will(document: &mut Document, input: &OurPromisesInput, open: &[&Commitment]) {
    document.heading(3, "We will");
    if open.is_empty() {
        document.paragraph("Nothing is open.");
        return;
    }
    let mut table = Table::new("What we will do", ["What", "Who", "By when"], &[4.6, 2.2, 2.1]);
    table.row_headers = false;
    for it in open {
        let who = match it.person_id {
            Some(id) => name(input, id),
            None => it.person_words.clone(),
        };
        let mut when =
            Cell::from(it.due.map_or_else(|| "No date yet".to_owned(), wording::date_without_weekday));
        if it.is_overdue(input.set.today) {
            when.paragraphs.push(vec![Inline::pill("Overdue", Tone::Coral)]);
        }
        table.row(vec![it.text.as_str().into(), who.into(), when]);
    }
    document.push(Block::Table(table));
}

fn how_will_we_know(document: &mut Document, record: &PromiseRecord, audience: Audience) {
    document.heading(3, "How will we know?");
    if record.measures.is_empty() {
        document.paragraph("Nobody has said yet how anyone would know.");
        return;
    }
    let header = ["What we look at", "Now", "Target", "Councils like ours", "England"];
    let mut table = Table::new("How we will know", header, &[2.9, 2.5, 1.0, 1.35, 1.15]);
    for measure in &record.measures {
        let amount = |value: Option<f64>| {
            value.map_or_else(String::new, |value| figures::amount(value, &measure.unit))
        };
        let mut what = Cell::from(measure.text.as_str());
        if matches!(audience, Audience::Members | Audience::Chair) && !measure.why.trim().is_empty() {
            let why = closed::sentence(&measure.why);
            what.paragraphs.push(vec![Inline::toned(format!("Why: {why}"), Tone::Soft)]);
        }
        table.row(vec![
            what,
            now(measure),
            amount(measure.target).into(),
            amount(measure.like_us).into(),
            amount(measure.england).into(),
        ]);
    }
    document.push(Block::Table(table));
}

/// The latest figure, its month, and how it compares.
fn now(measure: &Measure) -> Cell {
    let Some(latest) = measure.latest() else { return Cell::from("Not counted yet") };
    let now = if measure.hides(&latest) {
        small_numbers::Published::Hidden.words()
    } else {
        figures::amount(latest.value, &measure.unit)
    };
    let mut cell = Cell::from(now);
    let mut about = wording::month(latest.on);
    if let Some(trend) = measure.trend() {
        about = format!("{about}, {trend}");
    }
    cell.paragraphs.push(vec![Inline::toned(about, Tone::Soft)]);
    cell
}

fn we_did(document: &mut Document, done: &[&Commitment]) {
    document.heading(3, "We did");
    if done.is_empty() {
        document.paragraph("Nothing is finished yet.");
        return;
    }
    let items = done
        .iter()
        .map(|it| {
            let mut words = vec![Inline::text(closed::sentence(&it.text))];
            words.extend(
                it.done_on.map(|day| Inline::toned(format!(" Done in {}.", wording::month(day)), Tone::Soft)),
            );
            Item::new("•", words)
        })
        .collect();
    document.push(Block::List(List { items, ordered: false }));
}

/// The three, apart; and whether they agree.
fn kept(document: &mut Document, input: &OurPromisesInput, record: &PromiseRecord, audience: Audience) {
    let called = input.set.board.promise_words().one;
    let mut table = Table::new(
        format!("Who says what of this {called}"),
        ["Lens", "Says", "Last looked"],
        &[2.8, 1.7, 3.4],
    );
    for lens in Lens::ALL {
        let rating = lenses::rating(record, *lens, input.set.today, &input.set.half_terms);
        table.row(vec![
            capitalised(lens.words()).into(),
            pills::rating(rating).into(),
            looked(input, latest(record, *lens, input), rating, audience),
        ]);
    }
    let mut blocks = vec![Block::heading(3, format!("Is this {called} kept?")), Block::Table(table)];
    if let Some(sentence) = lenses::disagreement(record, input.set.today, &input.set.half_terms) {
        let words = vec![Inline::bold("They do not agree. "), Inline::text(sentence)];
        blocks.push(Block::Callout { tone: Tone::Sun, blocks: vec![Block::runs(words)] });
    }
    document.push(Block::Together(blocks));
}

fn latest<'a>(record: &'a PromiseRecord, lens: Lens, input: &OurPromisesInput) -> Option<&'a Check> {
    let so_far = record.checks.iter().filter(|check| check.lens == lens && check.on <= input.set.today);
    so_far.max_by_key(|check| (check.on, check.id))
}

/// The month of the latest look; for members what shows it, too.
fn looked(input: &OurPromisesInput, check: Option<&Check>, rating: Rating, audience: Audience) -> Cell {
    let Some(check) = check else { return Cell::from("Nobody has looked yet") };
    let mut cell = Cell::from(wording::month(check.on));
    let opens = check::window_opens(input.set.today, &input.set.half_terms);
    if rating == Rating::CannotTell && opens.is_none_or(|opens| check.on < opens) {
        cell.paragraphs.push(vec![Inline::toned("Too long ago to count", Tone::Soft)]);
    }
    if matches!(audience, Audience::Members | Audience::Chair) {
        let source = format!("{} ({})", closed::sentence(&check.evidence), check.source);
        cell.paragraphs.push(vec![Inline::text(source)]);
    }
    cell
}
