//! One meeting: what it is, how far it has come, and what comes next.

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgendaItem, AgendaVersion, Meeting, Person, Standing, Theme,
    id::{AgendaVersionId, MeetingId},
};
use serde::{Deserialize, Serialize};

use crate::{context::Context, error::Outcome, meetings::holidays};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowMeeting {
    pub meeting_id: MeetingId,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MeetingView {
    pub meeting: Meeting,
    pub standing: Standing,
    pub themes: Vec<String>,
    pub chair: Option<String>,
    /// People named for this meeting, by printed name.
    pub entitled: Vec<String>,
    pub items: u32,
    pub publish_by: NaiveDate,
    pub versions: Vec<VersionLine>,
}

/// One published version of an agenda, without its content.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VersionLine {
    pub id: AgendaVersionId,
    pub number: i64,
    pub published_on: NaiveDate,
    pub reason: String,
    pub late_reason: String,
}

impl From<AgendaVersion> for VersionLine {
    fn from(it: AgendaVersion) -> Self {
        Self {
            id: it.id,
            number: it.number,
            published_on: it.published_on,
            reason: it.reason,
            late_reason: it.late_reason,
        }
    }
}

pub(crate) async fn show(cx: &Context, request: ShowMeeting) -> Outcome<MeetingView> {
    let mut read = cx.read().await?;
    let meeting = read.one::<Meeting>(request.meeting_id).await?;
    let board = read.board().await?;
    let holidays = holidays::bank_holidays(&mut read).await?;
    let people = read.all::<Person>().await?;
    let themes = read.all::<Theme>().await?;
    let items = read.by::<AgendaItem>("meeting_id", meeting.id).await?;
    let versions = read.by::<AgendaVersion>("meeting_id", meeting.id).await?;
    let name = |id| people.iter().find(|person| person.id == id).map(Person::printed_name);
    Ok(MeetingView {
        standing: board.standing,
        themes: meeting
            .themes
            .iter()
            .filter_map(|id| themes.iter().find(|theme| theme.id == *id))
            .map(|theme| theme.name.clone())
            .collect(),
        chair: meeting.chair_id.and_then(name),
        entitled: meeting.entitled.iter().filter_map(|id| name(*id)).collect(),
        items: u32::try_from(items.len()).unwrap_or(u32::MAX),
        publish_by: holidays::publish_by(meeting.date, &board, &holidays),
        versions: versions.into_iter().map(VersionLine::from).collect(),
        meeting,
    })
}
