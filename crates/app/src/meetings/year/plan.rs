//! Planning a meeting, and changing its plan.

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_domain::{
    Code, Meeting, MeetingKind, MeetingState, Person, Refusal, Role, Theme,
    id::{MeetingId, PersonId, ThemeId},
    text, wording,
};
use pledgeboard_store::{Arg, Reading};
use serde::{Deserialize, Serialize};

use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
    meetings::agenda::version,
};

/// What a meeting's form offers.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MeetingChoices {
    pub themes: Vec<ThemeChoice>,
    pub people: Vec<PersonChoice>,
    pub meets_in_public: bool,
    /// What the last meeting planned had, to begin with.
    pub starts: Option<NaiveTime>,
    pub ends: Option<NaiveTime>,
    pub place: String,
    pub chair_id: Option<PersonId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ThemeChoice {
    pub id: ThemeId,
    pub name: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PersonChoice {
    pub id: PersonId,
    pub name: String,
    /// "chair", "Head of Placements".
    pub what: String,
    pub is_councillor: bool,
}

/// A meeting as its form has it, new or not. Once the agenda is published, a change of what it prints needs a reason.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveMeeting {
    /// None for a new one.
    pub meeting_id: Option<MeetingId>,
    /// As it was read; 0 for a new one.
    pub version: i64,
    pub date: Option<NaiveDate>,
    pub starts: Option<NaiveTime>,
    pub ends: Option<NaiveTime>,
    pub place: String,
    pub kind: MeetingKind,
    pub title: String,
    pub in_public: bool,
    pub themes: Vec<ThemeId>,
    pub chair_id: Option<PersonId>,
    /// People named for this meeting, who may read exempt papers.
    pub entitled: Vec<PersonId>,
    /// What is said of it to children, once it was held.
    pub plain_summary: String,
    pub reason: String,
}

pub(crate) async fn choices(cx: &Context, _: Nothing) -> Outcome<MeetingChoices> {
    let mut read = cx.read().await?;
    let board = read.board().await?;
    let today = cx.today();
    let last = read.all::<Meeting>().await?.pop();
    let people = people(&mut read, today).await?;
    let chair = people.iter().find(|it| it.what == Role::Chair.words()).map(|it| it.id);
    Ok(MeetingChoices {
        themes: themes(&mut read, today).await?,
        meets_in_public: board.meets_in_public,
        starts: last.as_ref().map(|it| it.starts),
        ends: last.as_ref().and_then(|it| it.ends),
        place: last.as_ref().map_or_else(String::new, |it| it.place.clone()),
        chair_id: chair,
        people,
    })
}

/// The themes of today.
pub(crate) async fn themes(read: &mut Reading, today: NaiveDate) -> Outcome<Vec<ThemeChoice>> {
    let themes = read.all::<Theme>().await?.into_iter();
    let current = themes.filter(|theme| theme.retired_on.is_none_or(|day| day > today));
    Ok(current.map(|theme| ThemeChoice { id: theme.id, name: theme.name }).collect())
}

/// Everyone who has not left, with a word on who they are.
pub(crate) async fn people(read: &mut Reading, today: NaiveDate) -> Outcome<Vec<PersonChoice>> {
    let people = read.all::<Person>().await?.into_iter().filter(|person| !person.has_left(today));
    Ok(people
        .map(|person| PersonChoice {
            id: person.id,
            name: person.printed_name(),
            what: match person.roles.first() {
                Some(role) if role.is_councillor() || person.job.is_empty() => role.words().into(),
                _ => person.job.clone(),
            },
            is_councillor: person.is_councillor(),
        })
        .collect())
}

pub(crate) async fn save(cx: &Context, request: SaveMeeting) -> Outcome<Written<MeetingId>> {
    let date = request.date.ok_or(Refusal::field("date", "Enter the date of the meeting."))?;
    let starts = request.starts.ok_or(Refusal::field("starts", "Enter when it starts."))?;
    let reason = request.reason.trim().to_owned();
    let planned = Meeting {
        id: request.meeting_id.unwrap_or_else(|| cx.new_id()),
        version: request.version,
        date,
        starts,
        ends: request.ends,
        place: request.place,
        kind: request.kind,
        title: request.title,
        in_public: request.in_public,
        themes: request.themes,
        chair_id: request.chair_id,
        state: MeetingState::Planned,
        started_at: None,
        ended_at: None,
        current_item_id: None,
        entitled: request.entitled,
        approved_at_id: None,
        approved_on: None,
        signed_by: None,
        plain_summary: request.plain_summary,
        chair_comments: String::new(),
    };
    planned.check()?;
    match request.meeting_id {
        None => plan(cx, planned).await,
        Some(_) => change(cx, planned, &reason).await,
    }
}

async fn plan(cx: &Context, mut meeting: Meeting) -> Outcome<Written<MeetingId>> {
    let mut write = cx.write("plan a meeting").await?;
    free(&mut write, &meeting).await?;
    write.insert(&mut meeting).await?;
    cx.done(write, meeting.id).await
}

/// Two meetings of one board cannot begin at once.
async fn free(read: &mut Reading, meeting: &Meeting) -> Outcome<()> {
    let that_day = read.find::<Meeting>("t.date = $1", &[Arg::Date(meeting.date)]).await?;
    if that_day.iter().any(|other| other.id != meeting.id && other.starts == meeting.starts) {
        return Err(Refusal {
            code: Code::Duplicate,
            field: Some("date"),
            message: "A meeting is planned for that day and time already. Choose another, or open that one."
                .into(),
        }
        .into());
    }
    Ok(())
}

async fn change(cx: &Context, planned: Meeting, reason: &str) -> Outcome<Written<MeetingId>> {
    let mut write = cx.write("change a meeting").await?;
    let before = write.one::<Meeting>(planned.id).await?;
    let mut meeting = Meeting {
        state: before.state,
        started_at: before.started_at,
        ended_at: before.ended_at,
        current_item_id: before.current_item_id,
        approved_at_id: before.approved_at_id,
        approved_on: before.approved_on,
        signed_by: before.signed_by,
        chair_comments: before.chair_comments.clone(),
        ..planned
    };
    free(&mut write, &meeting).await?;
    let printed = |it: &Meeting| {
        (
            it.date,
            it.starts,
            it.ends,
            it.place.clone(),
            it.title.clone(),
            it.in_public,
            it.themes.clone(),
            it.kind,
        )
    };
    let reprinted = printed(&meeting) != printed(&before);
    if reprinted && before.state.was_held() {
        return Err(Refusal::rule("This meeting was held; when and where it was stays as it is.").into());
    }
    write.update(&mut meeting).await?;
    if reprinted && before.state == MeetingState::AgendaPublished {
        text::required("reason", "why it changes, for the new version of the agenda", reason, text::MEDIUM)?;
        let moved = if (before.date, before.starts) == (meeting.date, meeting.starts) {
            "The meeting's details changed".to_owned()
        } else {
            let (day, time) = (wording::date(meeting.date), wording::time(meeting.starts));
            format!("The meeting moved to {day} at {time}")
        };
        version::add(cx, &mut write, meeting.id, format!("{moved}: {reason}")).await?;
    }
    cx.done(write, meeting.id).await
}
