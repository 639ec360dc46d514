//! Minutes, draft or approved. The same records give the public copy and the full one.
//!
//! Members present are listed (Local Government Act 1972, Schedule 12, paragraph 40); what may not be public is a part
//! of its own, and the proper officer's summary stands in its place (section 100C(2)).

mod close;
mod item;
mod present;

use chrono::NaiveDate;
use pledgeboard_domain::{
    Attendance, Audience, Board, Correction, Decision, ItemKind, Meeting, MeetingState, Minute, Person,
    exclusion,
    id::{AgendaItemId, MeetingId, PersonId},
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
    /// Actions that the board closed at this meeting, with the access of the items that they were born of.
    pub closed: Vec<ActionLine>,
    /// The days of the meetings to which items were put off.
    pub put_off_to: Vec<(MeetingId, NaiveDate)>,
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

    fn item(&self, id: Option<AgendaItemId>) -> Option<&MinutedItem> {
        self.items.iter().find(|it| Some(it.item.id) == id)
    }

    /// The resolution to exclude the public, as the items need it: of those that were taken.
    fn resolution(&self) -> Option<String> {
        let taken = |it: &&MinutedItem| {
            !it.item.is_withdrawn() && it.item.deferred_to_id.is_none() && it.item.kind != ItemKind::Exclusion
        };
        let items = self.items.iter().filter(taken);
        let named: Vec<_> = items.map(|it| (it.item.number.clone(), it.item.access.clone())).collect();
        exclusion::resolution(&named)
    }

    /// Under which item what the board closed is listed: that for actions, or the first where there is none.
    fn closed_under(&self) -> Option<AgendaItemId> {
        let listed = || self.items.iter().filter(|it| !it.item.is_withdrawn());
        let actions = listed().find(|it| it.item.kind == ItemKind::Actions && it.item.access.is_open());
        actions.or_else(|| listed().find(|it| it.item.access.is_open())).map(|it| it.item.id)
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
    close::corrected(&mut document, input, audience);
    let closed_items = input.items.iter().any(|it| !it.item.access.is_open());
    let mut facts = head::meeting_facts(meeting, closed_items);
    if let Some(started) = meeting.started_at {
        facts.push(crate::block::Fact::new("Started", wording::time(started)));
    }
    document.push(Block::Facts(facts));
    present::push(&mut document, input, audience);
    // Where no item moves the resolution, it stands before the first item that needs it.
    let mut unmoved =
        input.resolution().filter(|_| !input.items.iter().any(|it| it.item.kind == ItemKind::Exclusion));
    for minuted in &input.items {
        if !minuted.item.access.is_open()
            && let Some(words) = unmoved.take()
        {
            document.heading(2, "Exclusion of the public");
            document.push(Block::runs(item::resolved(&words)));
        }
        item::push(&mut document, input, minuted, audience);
    }
    close::push(&mut document, input, audience);
    document
}
