//! Which meeting has a topic: what the agendas say, so that nobody needs to keep it in step.

use chrono::NaiveDate;

use crate::{
    agenda_item::AgendaItem,
    id::{MeetingId, TopicId},
    meeting::Meeting,
};

/// The meeting whose agenda has a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    pub meeting_id: MeetingId,
    pub on: NaiveDate,
    pub held: bool,
    /// The item is open: everybody may know that the meeting took it.
    pub open: bool,
}

/// The meeting that has a topic: one that was held with it before one that only plans to, and then the latest. An item
/// that was withdrawn, or put off to a later meeting, does not count.
pub fn taken(topic: TopicId, items: &[AgendaItem], meetings: &[Meeting]) -> Option<Taken> {
    let counts = |item: &&AgendaItem| {
        item.topic_id == Some(topic) && !item.is_withdrawn() && item.deferred_to_id.is_none()
    };
    let all: Vec<Taken> = items
        .iter()
        .filter(counts)
        .filter_map(|item| {
            let meeting = meetings.iter().find(|it| it.id == item.meeting_id)?;
            Some(Taken {
                meeting_id: meeting.id,
                on: meeting.date,
                held: meeting.state.was_held(),
                open: item.access.is_open(),
            })
        })
        .collect();
    // What one meeting took in private stays private, whatever another says.
    let open = all.iter().all(|it| it.open);
    all.into_iter().max_by_key(|it| (it.held, it.on)).map(|it| Taken { open, ..it })
}
