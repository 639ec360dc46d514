//! The action log: everything the board asked for, until the board itself closes it (rule 4).

use chrono::NaiveDate;
use pledgeboard_domain::{ActionState, ActionUpdate, Audience, Board, Escalation, wording};

use super::{ActionLine, Edition, children, closed, head, pills};
use crate::block::{Block, Cell, Document, Icon, Inline, Table, Tone, join_words, plain};

#[derive(Debug, Clone, PartialEq)]
pub struct ActionLogInput {
    pub board: Board,
    pub today: NaiveDate,
    pub actions: Vec<LoggedAction>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct LoggedAction {
    pub line: ActionLine,
    /// Where it was born: "CPB 14/26", or the meeting's date; printed with the reference.
    pub born_of: String,
    pub updates: Vec<ActionUpdate>,
    pub escalations: Vec<Escalation>,
}

pub fn build(input: &ActionLogInput, audience: Audience) -> Document {
    if audience == Audience::Children {
        let mut document = for_children(input);
        children::close(&mut document, &input.board);
        return document;
    }
    let about = wording::date_without_weekday(input.today);
    let title = format!("{}: action log", input.board.name);
    let mut document = head::adult(&input.board, &title, &about, vec![counts(input)]);
    if audience != Audience::Public {
        document.header = closed::page_marking(input.actions.iter().map(|it| &it.line.access));
        if let Some(marking) = document.header.clone() {
            let marking = Block::runs(vec![Inline::bold(marking)]);
            document.push(Block::Callout { tone: Tone::Coral, blocks: vec![marking] });
        }
    }
    let parts = [
        ("Waiting for the board to close", ActionState::Done),
        ("Open", ActionState::Open),
        ("Closed by the board", ActionState::Closed),
        ("Withdrawn", ActionState::Withdrawn),
    ];
    for (heading, state) in parts {
        let mut actions: Vec<&LoggedAction> =
            input.actions.iter().filter(|it| it.line.action.state == state).collect();
        if actions.is_empty() {
            continue;
        }
        // What is overdue longest stands first.
        actions.sort_by_key(|it| {
            (it.line.action.due.unwrap_or(NaiveDate::MAX), it.line.action.reference.clone())
        });
        document.heading(2, heading);
        document.push(Block::Table(table(input, heading, &actions, audience)));
    }
    if input.actions.is_empty() {
        document.paragraph("There are no actions yet.");
    }
    document
}

fn counts(input: &ActionLogInput) -> String {
    let count = |wanted: &dyn Fn(&LoggedAction) -> bool| {
        u64::try_from(input.actions.iter().filter(|it| wanted(it)).count()).unwrap_or(u64::MAX)
    };
    let live = count(&|it| it.line.action.is_live());
    let overdue = count(&|it| it.line.action.is_overdue(input.today));
    format!(
        "{} not yet closed, {} of them overdue, on {}",
        wording::count(live, "action", "actions"),
        wording::number(overdue),
        wording::date(input.today)
    )
}

fn table(input: &ActionLogInput, heading: &str, actions: &[&LoggedAction], audience: Audience) -> Table {
    let mut table = Table::new(
        format!("Actions: {heading}"),
        ["Reference", "What", "Who", "By when"],
        &[1.25, 4.5, 1.5, 2.1],
    );
    for it in actions {
        let action = &it.line.action;
        let mut reference = Cell::from(action.reference.as_str());
        if !audience.may_read(&it.line.access) {
            table.row(vec![reference, closed::in_place(&it.line.access).into(), "".into(), "".into()]);
            continue;
        }
        if !it.born_of.trim().is_empty() {
            // A number or a day stands on one line.
            let born = it.born_of.trim().replace(' ', "\u{a0}");
            reference.paragraphs.push(vec![Inline::toned(born, Tone::Soft)]);
        }
        let mut due = Cell::from(action.due.map(wording::date_without_weekday).unwrap_or_default());
        if !matches!(action.state, ActionState::Closed | ActionState::Withdrawn) {
            due.paragraphs.push(vec![pills::state(action, input.today)]);
        }
        table.row(vec![reference, what(it, audience), it.line.owner.as_str().into(), due]);
    }
    table
}

/// The same as rows for a spreadsheet, by reference; dates as ISO 8601 writes them.
pub fn rows(input: &ActionLogInput, audience: Audience) -> Vec<Vec<String>> {
    let head = ["Reference", "From", "State", "What", "Since", "Who", "By when", "Overdue"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let mut actions: Vec<&LoggedAction> = input.actions.iter().collect();
    actions.sort_by_key(|it| &it.line.action.reference);
    for it in actions {
        let action = &it.line.action;
        let state = action.state.words().to_owned();
        if !audience.may_read(&it.line.access) {
            let instead = closed::in_place(&it.line.access);
            let mut row = vec![action.reference.clone(), String::new(), state, instead];
            row.resize(head.len(), String::new());
            rows.push(row);
            continue;
        }
        let mut words = what(it, audience).paragraphs.into_iter().map(|line| join_words(&line));
        let said = words.next().unwrap_or_default();
        let overdue = if action.is_overdue(input.today) { "yes" } else { "" };
        rows.push(vec![
            action.reference.clone(),
            it.born_of.trim().to_owned(),
            state,
            said,
            words.collect::<Vec<_>>().join(" "),
            it.line.owner.clone(),
            action.due.map(|day| day.to_string()).unwrap_or_default(),
            overdue.to_owned(),
        ]);
    }
    rows
}

/// The action, how it ended, and for members what was heard of it since.
fn what(it: &LoggedAction, audience: Audience) -> Cell {
    let action = &it.line.action;
    let mut cell = Cell::runs(plain(action.text.as_str()));
    let mut note = |label: String, words: &str| {
        cell.paragraphs.push(vec![Inline::toned(label, Tone::Soft), Inline::text(words)]);
    };
    if let Some(day) = action.closed_on {
        note("Closed on ".to_owned(), &format!("{}.", wording::date_without_weekday(day)));
    }
    if !action.withdrawn_reason.trim().is_empty() {
        note("Withdrawn: ".to_owned(), &closed::sentence(&action.withdrawn_reason));
    }
    if matches!(audience, Audience::Members | Audience::Chair) {
        if let Some(update) = it.updates.iter().max_by_key(|update| (update.on, update.id)) {
            note(format!("{}: ", wording::date_without_weekday(update.on)), &update.text);
        }
        for escalation in &it.escalations {
            let day = wording::date_without_weekday(escalation.on);
            note(
                format!("Taken to {} on {day}: ", escalation.to.words()),
                &closed::sentence(&escalation.why),
            );
            if !escalation.reply.trim().is_empty() {
                note("Reply: ".to_owned(), &closed::sentence(&escalation.reply));
            }
        }
    }
    cell
}

/// For children, without its close, so that it can be given in parts.
pub fn for_children(input: &ActionLogInput) -> Document {
    let subtitle = format!("{} · {}", wording::date(input.today), input.board.name);
    let mut document = children::document(&input.board, Edition::Children, "What are we doing?", &subtitle);
    let open = |wanted: fn(&LoggedAction) -> bool| {
        input.actions.iter().filter(move |it| it.line.access.is_open() && wanted(it))
    };
    let will: Vec<_> = open(|it| it.line.action.state == ActionState::Open).collect();
    let did: Vec<_> =
        open(|it| matches!(it.line.action.state, ActionState::Done | ActionState::Closed)).collect();
    if will.is_empty() && did.is_empty() {
        document.paragraph("We have nothing to tell you yet.");
    }
    if !will.is_empty() {
        document.heading(2, "What we will do");
    }
    for it in will {
        let words = it.line.action.plain_text.as_str();
        document.push(children::pair(Icon::will(), Tone::Teal, "We will", [words]));
    }
    if !did.is_empty() {
        document.heading(2, "What we did");
    }
    for it in did {
        let words = it.line.action.done_plain.as_str();
        document.push(children::pair(Icon::did(), Tone::Leaf, "We did", [words]));
    }
    document
}
