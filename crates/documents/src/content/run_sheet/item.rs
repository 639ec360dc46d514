//! One item of the run sheet: by the clock, with what to say, to ask and to know.

use pledgeboard_domain::{ActionState, ItemKind, Verdict, exclusion, wording};

use super::{RunSheetInput, agenda::Line};
use crate::block::{Block, Document, Inline, Tone, plain};
use crate::content::{ActionLine, capitalised, closed, pills, voices, written};

pub fn push(document: &mut Document, input: &RunSheetInput, line: &Line<'_>) {
    let item = line.item();
    let time = if line.starts.is_empty() { String::new() } else { format!("{} · ", line.starts) };
    let heading = Block::heading(2, format!("{time}{}. {}", line.number, item.title));
    if item.is_withdrawn() {
        let reason = format!(" {}", closed::sentence(&item.withdrawn_reason));
        let words = vec![Inline::pill("Withdrawn", Tone::Soft), Inline::text(reason)];
        document.push(Block::Together(vec![heading, Block::runs(words)]));
        return;
    }
    let mut blocks = vec![heading, Block::runs(timing(line))];
    let lead = line.published.lead.trim();
    let who = capitalised(if lead.is_empty() { item.presented_by.words() } else { lead });
    blocks.push(Block::runs(vec![Inline::bold("Who speaks: "), Inline::text(who)]));
    if !item.access.is_open() {
        let reason = capitalised(&closed::sentence(&item.access.access_reason));
        blocks.push(Block::runs(vec![Inline::bold("In private. "), Inline::text(reason)]));
    }
    if !item.urgency_reason.trim().is_empty() {
        let reason = closed::sentence(&item.urgency_reason);
        blocks
            .push(Block::runs(vec![Inline::bold("Late item. Say why it is urgent: "), Inline::text(reason)]));
    }
    if item.kind != ItemKind::Exclusion {
        blocks.extend(written::blocks(&item.summary));
    }
    blocks.extend(to_say(input, line));
    if !item.questions.is_empty() {
        blocks.push(Block::label("Ask"));
        blocks.push(Block::bullets(item.questions.iter().map(String::as_str)));
    }
    blocks.extend(linked(document, input, line));
    if !item.internal_notes.trim().is_empty() {
        let mut notes = vec![Block::label("For you only")];
        notes.extend(written::blocks(&item.internal_notes));
        blocks.push(Block::Callout { tone: Tone::Sun, blocks: notes });
    }
    document.push(Block::Together(blocks));
}

/// Purpose, and how the minutes are split.
fn timing(line: &Line<'_>) -> Vec<Inline> {
    let item = line.item();
    let mut words = vec![pills::purpose(item.purpose)];
    if let Some(pill) = pills::access(&item.access) {
        words.extend([Inline::text(" "), pill]);
    }
    let mut parts = vec![];
    for (minutes, what) in [(item.presenting_minutes, "to present"), (item.discussing_minutes, "to discuss")]
    {
        if let Ok(minutes @ 1..) = u32::try_from(minutes) {
            parts.push(format!("{} {what}", wording::duration(minutes)));
        }
    }
    if line.minutes > 0 {
        parts.push(format!("until {}", line.ends));
    }
    if !parts.is_empty() {
        words.push(Inline::text(format!(" {}", parts.join(" · "))));
    }
    words
}

/// The words that the law or custom wants from the chair at this item.
fn to_say(input: &RunSheetInput, line: &Line<'_>) -> Option<Block> {
    let item = line.item();
    let mut blocks = match item.kind {
        ItemKind::Exclusion => {
            let closed: Vec<_> = input
                .agenda
                .content
                .items
                .iter()
                .map(|published| &published.item)
                .filter(|other| !other.is_withdrawn() && other.kind != ItemKind::Exclusion)
                .map(|other| (other.number.clone(), other.access.clone()))
                .collect();
            let words = Some(item.summary.clone()).filter(|words| !words.trim().is_empty());
            let mut blocks: Vec<Block> =
                words.or_else(|| exclusion::resolution(&closed)).map(Block::paragraph).into_iter().collect();
            blocks.extend(exclusion::if_it_falls(&closed).map(Block::small));
            blocks
        }
        ItemKind::LastMinutes => vec![Block::paragraph(
            "Are these minutes a correct record? When the board has agreed, sign them.",
        )],
        ItemKind::Interests => {
            vec![Block::paragraph("Does anybody have an interest to declare in an item of this meeting?")]
        }
        ItemKind::Actions => vec![Block::paragraph("Only the board closes an action. Ask it for each one.")],
        _ => vec![],
    };
    if blocks.is_empty() {
        return None;
    }
    blocks.insert(0, Block::label("Say"));
    Some(Block::Callout { tone: Tone::Teal, blocks })
}

/// Promises in dispute, what was seen, what children said, the actions, and the papers.
fn linked(document: &mut Document, input: &RunSheetInput, line: &Line<'_>) -> Vec<Block> {
    let item = line.item();
    let agenda = &input.agenda;
    let mut blocks = vec![];
    let called = agenda.board.promise_words().one_capital();
    for promise in agenda.promises.iter().filter(|promise| item.promises.contains(&promise.id)) {
        let mut words = vec![Inline::bold(format!("{called} {}: {}. ", promise.number, promise.title))];
        let dispute = input.disputes.iter().find(|(id, _)| *id == promise.id);
        words.extend(dispute.map(|(_, sentence)| Inline::text(sentence.replace('\'', "’"))));
        blocks.push(Block::runs(words));
    }
    let of_this = input.reality.iter().filter(|check| {
        check.agenda_item_id == Some(item.id)
            || check.promise_id.is_some_and(|promise| item.promises.contains(&promise))
    });
    for check in of_this {
        let tone = match check.verdict {
            Verdict::True => Tone::Leaf,
            Verdict::Partly => Tone::Sun,
            Verdict::NotTrue => Tone::Coral,
            Verdict::CannotTell => Tone::Soft,
        };
        blocks.push(Block::runs(vec![
            Inline::bold("The claim: "),
            Inline::text(format!("{} ", closed::sentence(&check.claim))),
            Inline::pill(capitalised(&check.verdict.words().replace('\'', "’")), tone),
            Inline::text(format!(" {}", closed::sentence(&check.seen))),
        ]));
    }
    let linked = agenda.voices.iter().filter(|voice| item.voices.contains(&voice.id));
    if let Some(said) = voices::list(document, linked, &agenda.themes, pledgeboard_domain::Audience::Chair) {
        blocks.push(Block::label("Children and young people said"));
        blocks.push(said);
    }
    blocks.extend(actions(input, line));
    let papers: Vec<String> = line
        .published
        .papers
        .iter()
        .map(|paper| {
            let pages = wording::count(u64::try_from(paper.pages).unwrap_or(0), "page", "pages");
            format!("{} ({pages})", paper.title)
        })
        .collect();
    if !papers.is_empty() {
        blocks.push(Block::runs(vec![Inline::bold("Papers: "), Inline::text(papers.join("; "))]));
    }
    blocks
}

/// At the item for actions what waits for the board to close it and what is overdue, at others their own.
fn actions(input: &RunSheetInput, line: &Line<'_>) -> Vec<Block> {
    let item = line.item();
    let today = input.agenda.content.meeting.date;
    let reviews = item.kind == ItemKind::Actions;
    let wanted = |it: &&ActionLine| match reviews {
        true => it.action.state == ActionState::Done || it.action.is_overdue(today),
        false => item.actions.contains(&it.action.id),
    };
    let open = if reviews { "Overdue" } else { "Open" };
    let parts = [("Waiting for the board to close", ActionState::Done), (open, ActionState::Open)];
    let mut blocks = vec![];
    for (label, state) in parts {
        let lines: Vec<_> = input
            .agenda
            .actions
            .iter()
            .filter(wanted)
            .filter(|it| it.action.state == state)
            .map(|it| crate::block::Item::new("•", action(it, today)))
            .collect();
        if !lines.is_empty() {
            blocks.push(Block::label(label));
            blocks.push(Block::List(crate::block::List { items: lines, ordered: false }));
        }
    }
    blocks
}

fn action(line: &ActionLine, today: chrono::NaiveDate) -> Vec<Inline> {
    let mut words = vec![Inline::bold(format!("{}: ", line.action.reference))];
    words.extend(plain(closed::sentence(&line.action.text)));
    let mut about = line.owner.clone();
    if line.action.is_overdue(today)
        && let Some(due) = line.action.due
    {
        about =
            format!("{about}, due {}", wording::near_date(due, today)).trim_start_matches(", ").to_owned();
    }
    if !about.is_empty() {
        words.push(Inline::toned(format!(" ({about})"), Tone::Soft));
    }
    words
}
