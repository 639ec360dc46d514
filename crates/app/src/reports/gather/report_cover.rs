//! The cover of an officer's report: blank, or for an item of an agenda.

use chrono::NaiveDate;
use pledgeboard_documents::{
    block::Document,
    content::report_cover::{self, ReportCoverInput, ReportedItem},
};
use pledgeboard_domain::{
    AgendaItem, Audience, Board, Code, Meeting, Person, Promise, Refusal, Theme, Voice, wording,
};
use pledgeboard_store::Reading;

use super::Source;
use crate::{error::Outcome, meetings, reports::ReportRequest};

impl Source for ReportCoverInput {
    fn build(&self, _: Audience) -> Document {
        report_cover::build(self)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn meeting(&self) -> Option<&Meeting> {
        self.about.as_ref().map(|about| &about.meeting)
    }

    fn day(&self, _: NaiveDate) -> Option<NaiveDate> {
        self.about.as_ref().map(|about| about.meeting.date)
    }
}

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<ReportCoverInput> {
    let board = read.board().await?;
    let Some(item) = item(read, request, today).await? else {
        return Ok(ReportCoverInput { board, about: None });
    };
    let meeting = read.one::<Meeting>(item.meeting_id).await?;
    let mut promises = read.all::<Promise>().await?;
    promises.retain(|promise| item.promises.contains(&promise.id));
    let mut voices = Vec::new();
    for id in &item.voices {
        voices.extend(read.get::<Voice>(*id).await?);
    }
    let lead = meetings::agenda::content::lead(&item, meeting.chair_id, &read.all::<Person>().await?);
    let about = ReportedItem { themes: read.all::<Theme>().await?, lead, promises, voices, meeting, item };
    Ok(ReportCoverInput { board, about: Some(about) })
}

/// The item asked for, by its id or by its number at the meeting.
async fn item(read: &mut Reading, request: &ReportRequest, today: NaiveDate) -> Outcome<Option<AgendaItem>> {
    if let Some(id) = request.agenda_item_id {
        return Ok(Some(read.one::<AgendaItem>(id).await?));
    }
    let Some(number) = request.item_number.as_deref().map(str::trim) else { return Ok(None) };
    let meeting = super::meeting::next(read, request, today).await?;
    let items = read.by::<AgendaItem>("meeting_id", meeting.id).await?;
    // In a draft, items have only their place.
    let found = items.iter().enumerate().find(|(place, item)| {
        if item.number.is_empty() { (place + 1).to_string() == number } else { item.number == number }
    });
    match found {
        Some((_, item)) => Ok(Some(item.clone())),
        None => {
            let message = format!("The meeting on {} has no item {number}.", wording::date(meeting.date));
            Err(Refusal { code: Code::NotFound, field: Some("item_number"), message }.into())
        }
    }
}
