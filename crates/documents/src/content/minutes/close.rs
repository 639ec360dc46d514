//! How minutes end: the time, the approval, and what was corrected since.

use pledgeboard_domain::{Audience, Correction, wording};

use super::MinutesInput;
use crate::block::{Block, Document, Inline, Tone, plain};

pub fn push(document: &mut Document, input: &MinutesInput, audience: Audience) {
    let mut closing = vec![Block::heading(2, "Close")];
    if let Some(ended) = input.meeting.ended_at {
        closing.push(Block::paragraph(format!("The meeting ended at {}.", wording::time(ended))));
    }
    let signed = input.name(input.meeting.signed_by);
    match input.meeting.approved_on {
        Some(day) if input.is_approved() => {
            let day = wording::date(day);
            let signed =
                if signed.is_empty() { String::new() } else { format!(", signed by the chair, {signed}") };
            closing.push(Block::paragraph(format!("Approved as a correct record on {day}{signed}.")));
        }
        _ => {
            for words in ["Approved as a correct record on:", "Signed by the chair:"] {
                closing.push(Block::WritingLines { label: plain(words), count: 1 });
            }
        }
    }
    document.push(Block::Together(closing));
    let corrections: Vec<_> = readable(input, audience).collect();
    if !corrections.is_empty() {
        document.heading(2, "Corrections");
        document.paragraph("The minutes above stand as they were approved. These notes were added since.");
        for correction in corrections {
            let note = format!("{}{}. ", wording::date(correction.on), about(input, correction));
            document.push(Block::runs(vec![Inline::bold(note), Inline::text(correction.text.as_str())]));
        }
    }
    if audience.reads_internal_notes() && !input.meeting.chair_comments.trim().is_empty() {
        document.heading(2, "The chair’s comments on the draft");
        for paragraph in input.meeting.chair_comments.lines().filter(|line| !line.trim().is_empty()) {
            document.paragraph(paragraph);
        }
    }
}

/// Says at the top that something was corrected since, and when.
pub fn corrected(document: &mut Document, input: &MinutesInput, audience: Audience) {
    let mut days: Vec<_> = readable(input, audience).map(|correction| correction.on).collect();
    days.sort_unstable();
    days.dedup();
    if days.is_empty() {
        return;
    }
    let days: Vec<String> = days.into_iter().map(wording::date_without_weekday).collect();
    let words =
        format!("These minutes were corrected on {}. The notes are at the end.", wording::list(&days));
    document.push(Block::Callout { tone: Tone::Sun, blocks: vec![Block::paragraph(words)] });
}

/// A correction of an item that is not in these minutes may be of anything: it is not printed.
fn readable(input: &MinutesInput, audience: Audience) -> impl Iterator<Item = &Correction> {
    input.corrections.iter().filter(move |correction| {
        let item = input.item(correction.agenda_item_id);
        correction.agenda_item_id.is_none() || item.is_some_and(|it| audience.may_read(&it.item.access))
    })
}

/// Which minute it corrects, by its number.
fn about(input: &MinutesInput, correction: &Correction) -> String {
    let Some(minuted) = input.item(correction.agenda_item_id) else { return String::new() };
    let minute = minuted.minute.as_ref().map(|minute| minute.number.trim()).filter(|it| !it.is_empty());
    match (minute, minuted.item.number.as_str()) {
        (Some(number), _) => format!(", minute {number}"),
        (None, "") => String::new(),
        (None, number) => format!(", item {number}"),
    }
}
