//! What a theme lacks in a half-term. The future lacks nothing yet.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Cycle, number};
use crate::{
    event::Event,
    half_term::{HalfTerm, half_term_on},
    id::EventId,
    theme::{Assignment, Theme},
    voice::{Became, Voice},
};

crate::text_enum! {
    /// Something that a half-term lacks.
    Gap {
        NoChampion = "no_champion" => "no Link Champion",
        /// The half-term is over.
        NoEvent = "no_event" => "no event was held",
        /// The half-term is under way.
        NoEventYet = "no_event_yet" => "no event yet",
        /// The day has passed and nobody said how it was.
        NotLogged = "not_logged" => "not logged yet",
        NoVoices = "no_voices" => "no voices from it",
        /// The half-term's next meeting is past, no agenda took them, and they have no answer.
        NotTaken = "not_taken" => "voices not taken to the board",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CycleGap {
    pub gap: Gap,
    /// The event that lacks something; none where the theme does.
    pub event_id: Option<EventId>,
    /// How many voices it is about; 0 where it is about none.
    pub voices: u32,
}

/// The theme's own Link Champions, events and voices in the half-term.
pub(super) type Own<'b, 'a> = (&'b [&'a Assignment], &'b [&'a Event], &'b [&'a Voice]);

impl Cycle<'_> {
    pub(super) fn gaps(
        &self,
        theme: &Theme,
        half_term: &HalfTerm,
        (links, events, voices): Own<'_, '_>,
    ) -> Vec<CycleGap> {
        let today = self.of.today;
        let of_theme = |gap| CycleGap { gap, event_id: None, voices: 0 };
        let mut gaps = vec![];
        if half_term.starts <= today {
            let retired = theme.retired_on.is_some_and(|day| day <= half_term.ends.min(today));
            if self.lacks_champion(half_term, links) {
                if self.of.champions_required && !retired {
                    gaps.push(of_theme(Gap::NoChampion));
                }
            } else if events.is_empty() {
                gaps.push(of_theme(if half_term.ends < today { Gap::NoEvent } else { Gap::NoEventYet }));
            }
        }
        for event in events {
            let gap = match event.held {
                true if self.heard_at(event.id) == 0 => Gap::NoVoices,
                false if event.date < today => Gap::NotLogged,
                _ => continue,
            };
            gaps.push(CycleGap { gap, event_id: Some(event.id), voices: 0 });
        }
        let left =
            voices.iter().filter(|it| !self.items.contains_key(&it.id) && self.became(it) == Became::Waiting);
        let left = number(left.count());
        if left > 0 && self.next_meeting(half_term).is_some_and(|day| day < today) {
            gaps.push(CycleGap { gap: Gap::NotTaken, event_id: None, voices: left });
        }
        gaps
    }

    /// Nobody links to it now, or nobody did on any day of a half-term that is over.
    fn lacks_champion(&self, half_term: &HalfTerm, links: &[&Assignment]) -> bool {
        let is_now = half_term_on(self.of.today, self.of.half_terms).is_some_and(|it| it.id == half_term.id);
        if is_now { !links.iter().any(|it| it.holds_on(self.of.today)) } else { links.is_empty() }
    }

    /// The first meeting after a half-term: by then the board could have heard all that was said in it.
    fn next_meeting(&self, half_term: &HalfTerm) -> Option<NaiveDate> {
        self.of.meetings.iter().map(|it| it.date).filter(|day| *day > half_term.ends).min()
    }
}
