//! The Link Champion's event sheet: blank, for a theme, or for an event that is planned.

use chrono::NaiveDate;
use pledgeboard_documents::{
    block::Document,
    content::event_sheet::{self, EventSheetInput, PlannedEvent},
};
use pledgeboard_domain::{
    Assignment, Audience, Board, ChampionKind, Cohort, Event, HalfTerm, Theme, id::ThemeId,
};
use pledgeboard_store::Reading;

use super::Source;
use crate::{error::Outcome, reports::ReportRequest};

impl Source for EventSheetInput {
    fn build(&self, audience: Audience) -> Document {
        event_sheet::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn day(&self, _today: NaiveDate) -> Option<NaiveDate> {
        self.event.as_ref().map(|planned| planned.event.date)
    }
}

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<EventSheetInput> {
    let board = read.board().await?;
    let event = match request.event_id {
        Some(id) => {
            let event = read.one::<Event>(id).await?;
            Some(planned(read, event).await?)
        }
        None => None,
    };
    let theme = match (&event, request.theme_id) {
        (None, Some(id)) => Some((read.one::<Theme>(id).await?, champion(read, id, today).await?)),
        _ => None,
    };
    Ok(EventSheetInput { cohorts: read.all::<Cohort>().await?, board, event, theme })
}

async fn planned(read: &mut Reading, event: Event) -> Outcome<PlannedEvent> {
    let theme = read.one::<Theme>(event.theme_id).await?;
    let half_term = match event.half_term_id {
        Some(id) => read.get::<HalfTerm>(id).await?,
        None => None,
    };
    let link_champion = match event.person_id {
        Some(id) => super::names(read).await?.remove(&id).unwrap_or_default(),
        None => champion(read, event.theme_id, event.date).await?,
    };
    Ok(PlannedEvent { event, theme, half_term, link_champion })
}

/// The printed name of the councillor who links to a theme on a day; empty where nobody does.
async fn champion(read: &mut Reading, theme: ThemeId, day: NaiveDate) -> Outcome<String> {
    let assignments = read.by::<Assignment>("theme_id", theme).await?;
    let champion = assignments.iter().find(|it| it.kind == ChampionKind::LinkChampion && it.holds_on(day));
    let Some(champion) = champion else { return Ok(String::new()) };
    Ok(super::names(read).await?.remove(&champion.person_id).unwrap_or_default())
}
