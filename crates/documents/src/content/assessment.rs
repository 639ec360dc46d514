//! The self-assessment summary: each statement with its score, what shows it, and how it compares with the last time.
//!
//! For members. What a closed item gave rise to is named by its reference alone (rule 5).

use chrono::NaiveDate;
use pledgeboard_domain::{AssessedStatement, Assessment, Board, Score, assessment::SinceLast, wording};

use super::{ActionLine, capitalised, closed, head, pills, written};
use crate::block::{Block, Cell, Document, Inline, Table, Tone};

#[derive(Debug, Clone, PartialEq)]
pub struct AssessmentInput {
    pub board: Board,
    pub today: NaiveDate,
    pub assessment: Assessment,
    /// The one before.
    pub last: Option<Assessment>,
    /// The day of the meeting that was watched.
    pub observed_on: Option<NaiveDate>,
    /// What the board does about it.
    pub actions: Vec<ActionLine>,
}

pub fn build(input: &AssessmentInput) -> Document {
    let it = &input.assessment;
    let day = wording::date_without_weekday(it.on);
    let mut subtitle = vec![input.board.name.clone(), format!("As of {}", wording::date(it.on))];
    if let Some(last) = &input.last {
        subtitle.push(format!("Compared with {}", wording::date_without_weekday(last.on)));
    }
    let mut document = head::adult(&input.board, "Self-assessment", &day, subtitle);
    document.push(Block::lead(judged(it)));
    if let Some(sentence) = since_last(input) {
        document.paragraph(sentence);
    }
    if let Some(sentence) = unshown(it) {
        document.push(Block::Callout { tone: Tone::Sun, blocks: vec![Block::paragraph(sentence)] });
    }
    document.push(Block::Together(vec![Block::heading(2, "At a glance"), Block::Table(glance(it))]));
    for module in &it.modules {
        document.heading(2, module.title.as_str());
        let header = ["Statement", "Score", "What shows it"];
        let mut table = Table::new(module.title.as_str(), header, &[3.3, 2.45, 3.4]);
        for own in &module.statements {
            table.row(vec![own.statement.as_str().into(), score(own, input.last.as_ref()), shown(own)]);
        }
        document.push(Block::Table(table));
    }
    observed(&mut document, input);
    actions(&mut document, input);
    document.push(Block::small(format!(
        "The board looks at this again from {}, half a year later.",
        wording::date_without_weekday(it.look_again())
    )));
    document
}

fn number(n: usize) -> String {
    wording::number(u64::try_from(n).unwrap_or(u64::MAX))
}

fn statements(n: usize) -> String {
    wording::count(u64::try_from(n).unwrap_or(u64::MAX), "statement", "statements")
}

fn judged(it: &Assessment) -> String {
    let (judged, all) = (it.judged(), it.statements().count());
    if judged == all {
        return format!("The board has judged all {}.", statements(all));
    }
    format!("The board has judged {} of {} so far.", number(judged), statements(all))
}

/// "Since last time: 5 better, 2 worse, 11 the same." What was not judged both times is not compared.
fn since_last(input: &AssessmentInput) -> Option<String> {
    let last = input.last.as_ref()?;
    let changes: Vec<SinceLast> =
        input.assessment.statements().filter_map(|it| it.change_since(last)).collect();
    let count = |wanted: SinceLast| changes.iter().filter(|it| **it == wanted).count();
    let named = [
        (SinceLast::Better, "better"),
        (SinceLast::Worse, "worse"),
        (SinceLast::Same, "the same"),
        (SinceLast::New, "not judged last time"),
    ];
    let parts: Vec<String> = named
        .iter()
        .map(|(change, words)| (count(*change), words))
        .filter(|(n, _)| *n > 0)
        .map(|(n, words)| format!("{} {words}", number(n)))
        .collect();
    (!parts.is_empty()).then(|| format!("Since last time: {}.", wording::list(&parts)))
}

fn unshown(it: &Assessment) -> Option<String> {
    let n = it.unshown();
    (n > 0).then(|| {
        let (is, them) = if n == 1 { ("is", "it") } else { ("are", "them") };
        format!(
            "{} {is} called true, and nothing is written down yet that shows {them}.",
            capitalised(&statements(n))
        )
    })
}

/// Each part, and how many of its statements have which score.
fn glance(it: &Assessment) -> Table {
    let scores: Vec<Option<Score>> = Score::ALL.iter().rev().copied().map(Some).chain([None]).collect();
    let names = scores.iter().map(|score| capitalised(score.map_or("not judged", Score::words)));
    let header = std::iter::once("Part".to_owned()).chain(names);
    let mut table =
        Table::new("How many statements have which score", header, &[3.2, 1.5, 1.3, 1.0, 1.3, 1.2]);
    let row = |name: Cell, of: &[&AssessedStatement]| {
        let count = |score: &Option<Score>| of.iter().filter(|own| own.score == *score).count();
        let mut row = vec![name];
        row.extend(scores.iter().map(|score| match count(score) {
            // What is there stands out.
            0 => Inline::toned("0", Tone::Soft).into(),
            some => Cell::from(some.to_string()),
        }));
        row
    };
    for module in &it.modules {
        table.row(row(module.title.as_str().into(), &module.statements.iter().collect::<Vec<_>>()));
    }
    table.row(row(Inline::bold("All").into(), &it.statements().collect::<Vec<_>>()));
    table
}

fn shown(own: &AssessedStatement) -> Cell {
    if own.is_unshown() {
        return Inline::toned("Nothing is written down yet.", Tone::Coral).into();
    }
    own.evidence.trim().into()
}

fn score(own: &AssessedStatement, last: Option<&Assessment>) -> Cell {
    let mut cell = Cell::from(pills::score(own.score));
    if let Some(change) = last.and_then(|last| own.change_since(last)) {
        let tone = match change {
            SinceLast::Better => Tone::Leaf,
            SinceLast::Worse => Tone::Coral,
            SinceLast::Same | SinceLast::New => Tone::Soft,
        };
        cell.paragraphs.push(vec![Inline::toned(capitalised(change.words()), tone)]);
    }
    cell
}

fn observed(document: &mut Document, input: &AssessmentInput) {
    let it = &input.assessment;
    let who = it.observed_by.trim();
    if it.observation.trim().is_empty() && input.observed_on.is_none() && who.is_empty() {
        return;
    }
    document.heading(2, "A meeting that was watched");
    let day = input.observed_on.map(|day| format!("the meeting on {}", wording::date(day)));
    let sentence = match (day, who.is_empty()) {
        (Some(day), true) => Some(format!("Somebody watched {day}.")),
        (Some(day), false) => Some(format!("{} watched {day}.", capitalised(who))),
        (None, false) => Some(format!("{} watched a meeting.", capitalised(who))),
        (None, true) => None,
    };
    document.extend(sentence.map(Block::paragraph));
    document.extend(written::blocks(&it.observation));
}

fn actions(document: &mut Document, input: &AssessmentInput) {
    if input.actions.is_empty() {
        document.heading(2, "What we do about it");
        document.paragraph("No action has been chosen yet.");
        return;
    }
    let mut table = Table::new(
        "Actions of this self-assessment",
        ["Reference", "What", "Who", "By when"],
        &[1.25, 4.5, 1.5, 2.1],
    );
    for line in &input.actions {
        let action = &line.action;
        let reference = action.reference.as_str().into();
        if !line.access.is_open() {
            table.row(vec![reference, closed::in_place(&line.access).into(), "".into(), "".into()]);
            continue;
        }
        let mut due = Cell::from(action.due.map(wording::date_without_weekday).unwrap_or_default());
        due.paragraphs.push(vec![pills::state(action, input.today)]);
        table.row(vec![reference, action.text.as_str().into(), line.owner.as_str().into(), due]);
    }
    document.heading(2, "What we do about it");
    document.push(Block::Table(table));
}
