//! Minutes, draft or approved. The same records give the public copy and the full one.
//!
//! Members present are listed (Local Government Act 1972, Schedule 12, paragraph 40); what may not be public is a part
//! of its own, and the proper officer's summary stands in its place (section 100C(2)).

mod item;
mod present;

use pledgeboard_domain::{
    Attendance, Audience, Board, Correction, Decision, Meeting, MeetingState, Minute, Person, id::PersonId,
    wording,
};

use super::{ActionLine, closed, head};
use crate::block::{Block, Document, Inline, Tone, plain};

#[derive(Debug, Clone, PartialEq)]
pub struct MinutesInput {
    pub board: Board,
    pub meeting: Meeting,
    /// In the order in which they were taken.
    pub items: Vec<MinutedItem>,
    pub attendances: Vec<Attendance>,
    /// Everyone whom the records name.
    pub people: Vec<Person>,
    /// Those who held a seat on the day; others who came were in attendance.
    pub members: Vec<PersonId>,
    pub corrections: Vec<Correction>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct MinutedItem {
    pub item: pledgeboard_domain::AgendaItem,
    pub minute: Option<Minute>,
    pub decisions: Vec<Decision>,
    /// Born of this item.
    pub actions: Vec<ActionLine>,
}

impl MinutesInput {
    fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// A name as documents print it; somebody unknown is no name.
    fn name(&self, id: Option<PersonId>) -> String {
        id.and_then(|id| self.person(id)).map(Person::printed_name).unwrap_or_default()
    }

    fn is_approved(&self) -> bool {
        self.meeting.state == MeetingState::MinutesApproved
    }
}

pub fn build(input: &MinutesInput, audience: Audience) -> Document {
    if audience == Audience::Children {
        let input = super::child_meeting::ChildMeetingInput {
            board: input.board.clone(),
            edition: super::Edition::Children,
            meeting: input.meeting.clone(),
            items: input.items.clone(),
            answered: Vec::new(),
        };
        return super::child_meeting::build(&input, audience);
    }
    let meeting = &input.meeting;
    let about = wording::date_without_weekday(meeting.date);
    let title = format!("{}: minutes", head::name(&input.board, meeting));
    let mut document = head::adult(&input.board, &title, &about, vec![]);
    if audience != Audience::Public {
        document.header = closed::page_marking(input.items.iter().map(|it| &it.item.access));
        if let Some(marking) = document.header.clone() {
            let marking = Block::runs(vec![Inline::bold(marking)]);
            document.push(Block::Callout { tone: Tone::Coral, blocks: vec![marking] });
        }
    }
    if !input.is_approved() {
        let words = plain("These minutes are a draft until the board approves them.");
        document.push(Block::Callout { tone: Tone::Sun, blocks: vec![Block::runs(words)] });
    }
    let closed_items = input.items.iter().any(|it| !it.item.access.is_open());
    let mut facts = head::meeting_facts(meeting, closed_items);
    if let Some(started) = meeting.started_at {
        facts.push(crate::block::Fact::new("Started", wording::time(started)));
    }
    document.push(Block::Facts(facts));
    present::push(&mut document, input, audience);
    for minuted in &input.items {
        item::push(&mut document, input, minuted, audience);
    }
    close(&mut document, input, audience);
    document
}

fn close(document: &mut Document, input: &MinutesInput, audience: Audience) {
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
    let readable = |correction: &&Correction| {
        let item = input.items.iter().find(|it| Some(it.item.id) == correction.agenda_item_id);
        // A correction of an item that is not in these minutes may be of anything: it is not printed.
        correction.agenda_item_id.is_none() || item.is_some_and(|it| audience.may_read(&it.item.access))
    };
    let corrections: Vec<_> = input.corrections.iter().filter(readable).collect();
    if !corrections.is_empty() {
        document.heading(2, "Corrections");
        for correction in corrections {
            let day = format!("{}. ", wording::date(correction.on));
            document.push(Block::runs(vec![Inline::bold(day), Inline::text(correction.text.as_str())]));
        }
    }
    if audience.reads_internal_notes() && !input.meeting.chair_comments.trim().is_empty() {
        document.heading(2, "The chair’s comments on the draft");
        for paragraph in input.meeting.chair_comments.lines().filter(|line| !line.trim().is_empty()) {
            document.paragraph(paragraph);
        }
    }
}
