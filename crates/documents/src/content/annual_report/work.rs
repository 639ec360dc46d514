//! What was done in the year: Link Champions' events, and the board's actions.

use std::collections::BTreeSet;

use pledgeboard_domain::{ActionState, Audience, small_numbers, wording};

use super::AnnualReportInput;
use crate::block::{Block, Cell, Document, Inline, Table};
use crate::content::{ActionLine, closed};

/// By theme: how many events, who went, how many came. Neither days nor places (rule 6).
pub fn events(document: &mut Document, input: &AnnualReportInput) {
    document.heading(2, "Link Champions’ events");
    if input.events.is_empty() {
        document.paragraph("No events were held in the year.");
        return;
    }
    let themes: Vec<_> =
        input.themes.iter().filter(|theme| input.events.iter().any(|it| it.theme_id == theme.id)).collect();
    let came: Vec<u32> = themes
        .iter()
        .map(|theme| {
            input.events.iter().filter(|it| it.theme_id == theme.id).map(|it| it.came_in_all()).sum()
        })
        .collect();
    let shown = small_numbers::suppress(&came, true);
    let header = ["Theme", "Link Champion", "Events", "Children and young people who came"];
    let mut table = Table::new("Events of each theme", header, &[3.0, 2.8, 1.0, 2.4]);
    for (theme, came) in themes.iter().zip(&shown) {
        let held: Vec<_> = input.events.iter().filter(|it| it.theme_id == theme.id).collect();
        let who: BTreeSet<String> =
            held.iter().map(|it| input.name(it.person_id)).filter(|name| !name.is_empty()).collect();
        let who = Cell { paragraphs: who.into_iter().map(|name| vec![Inline::text(name)]).collect() };
        table.row(vec![
            theme.name.as_str().into(),
            who,
            held.len().to_string().into(),
            came.to_string().into(),
        ]);
    }
    table.row(vec![
        Inline::bold("All").into(),
        "".into(),
        input.events.len().to_string().into(),
        small_numbers::total(&came).to_string().into(),
    ]);
    document.push(Block::Table(table));
    if shown.contains(&small_numbers::Published::Hidden)
        || small_numbers::total(&came) == small_numbers::Published::Hidden
    {
        document.push(Block::small(small_numbers::NOTE));
    }
}

pub fn actions(document: &mut Document, input: &AnnualReportInput) {
    document.heading(2, "Actions");
    let closed: Vec<&ActionLine> = in_order(
        input.actions.iter().filter(|it| it.action.closed_on.is_some_and(|day| input.is_in_the_year(day))),
    );
    let open: Vec<&ActionLine> = in_order(input.actions.iter().filter(|it| is_open_at(it, input)));
    let opened = input.actions.iter().filter(|it| input.is_in_the_year(it.action.opened_on)).count();
    let overdue = open.iter().filter(|it| it.action.due.is_some_and(|due| due < input.until)).count();
    let count = |n: usize| wording::number(u64::try_from(n).unwrap_or(u64::MAX));
    document.paragraph(format!(
        "Opened in the year: {}. Closed by the board: {}. Open at its end: {}, of them overdue: {}.",
        count(opened),
        count(closed.len()),
        count(open.len()),
        count(overdue)
    ));
    table(document, "Closed in the year", "Closed on", &closed, |it| it.action.closed_on);
    table(document, "Still open", "Due", &open, |it| it.action.due);
}

/// Neither closed nor withdrawn by the last day that counts.
fn is_open_at(it: &ActionLine, input: &AnnualReportInput) -> bool {
    let action = &it.action;
    action.opened_on <= input.until
        && action.state != ActionState::Withdrawn
        && action.closed_on.is_none_or(|day| day > input.until)
}

fn in_order<'a>(lines: impl Iterator<Item = &'a ActionLine>) -> Vec<&'a ActionLine> {
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by_key(|it| &it.action.reference);
    lines
}

fn table(
    document: &mut Document,
    heading: &str,
    when: &str,
    lines: &[&ActionLine],
    day: impl Fn(&ActionLine) -> Option<chrono::NaiveDate>,
) {
    if lines.is_empty() {
        return;
    }
    document.heading(3, heading);
    let mut table = Table::new(heading, ["Reference", "What", when], &[1.25, 5.5, 2.1]);
    for it in lines {
        let reference = it.action.reference.as_str().into();
        if Audience::Public.may_read(&it.access) {
            let day = day(it).map(wording::date_without_weekday).unwrap_or_default();
            table.row(vec![reference, it.action.text.as_str().into(), day.into()]);
        } else {
            table.row(vec![reference, closed::in_place(&it.access).into(), "".into()]);
        }
    }
    document.push(Block::Table(table));
}
