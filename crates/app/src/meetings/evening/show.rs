//! What the evening's screen shows, and what of it a projector may.

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_domain::{
    Access, Action, AgendaItem, Attendance, Decision, ItemKind, Meeting, MeetingState, Minute, Paper,
    evening,
    evening::Part,
    exclusion,
    id::{ActionId, MeetingId, PersonId},
    running_clock,
};
use pledgeboard_store::Reading;
use serde::{Deserialize, Serialize};

use super::super::minutes::Gathered;
use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowEvening {
    pub meeting_id: MeetingId,
    /// For a screen that everyone in the room can see: no internal notes, and nothing that is not open.
    pub projector: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Evening {
    pub meeting: Meeting,
    /// The meeting's own title, or the board's name.
    pub title: String,
    pub under_way: bool,
    pub items: Vec<EveningItem>,
    pub people: Vec<Attendee>,
    /// The quorum now: at the current item while the meeting runs, else of all who came.
    pub quorum: QuorumLine,
    /// Seconds since the meeting turned to the current item.
    pub elapsed: Option<i64>,
    /// The time of day of this answer: the screen's clock runs on from it.
    pub time: NaiveTime,
    /// The meeting that takes items put off tonight.
    pub next_meeting: Option<LaterMeeting>,
    /// Actions that the board has not closed, and those it closed tonight.
    pub actions: Vec<EveningAction>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EveningItem {
    pub item: AgendaItem,
    pub lead: String,
    /// "Exempt · paragraph 1"; none when it is open.
    pub marking: Option<String>,
    pub minutes: i64,
    /// When the agenda means it to start.
    pub planned: NaiveTime,
    pub papers: Vec<String>,
    pub minute: Option<Minute>,
    pub decisions: Vec<Decision>,
    /// Born here, and others that the agenda brings to this item.
    pub actions: Vec<ActionId>,
    pub quorum: QuorumLine,
    pub deferred_to: Option<NaiveDate>,
    /// The resolution to move, before the items that are not open.
    pub resolution: Option<String>,
    pub if_it_falls: Option<String>,
    /// The meeting whose minutes this item approves.
    pub approves: Option<ApprovesMinutes>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ApprovesMinutes {
    pub meeting_id: MeetingId,
    pub date: NaiveDate,
    pub state: MeetingState,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LaterMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct QuorumLine {
    pub needed: i64,
    pub there: i64,
    pub met: bool,
    pub words: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Attendee {
    pub person_id: PersonId,
    pub name: String,
    /// The seat or the job.
    pub part: String,
    pub member: bool,
    pub counts: bool,
    pub attendance: Option<Attendance>,
}

/// An action as lists show it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EveningAction {
    pub action: Action,
    pub owner: String,
    pub overdue: bool,
    /// What it inherits from the item it was born of; none when it is open.
    pub marking: Option<String>,
}

pub(crate) async fn show(cx: &Context, request: ShowEvening) -> Outcome<Evening> {
    let mut read = cx.read().await?;
    let it = Gathered::of(&mut read, request.meeting_id).await?;
    let papers = read.all::<Paper>().await?;
    let elapsed = elapsed(cx, &mut read, &it.meeting).await?;
    let names = it.names();
    let name = |id: Option<PersonId>| id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();

    let starts = it.meeting.started_at.unwrap_or(it.meeting.starts);
    let slots: Vec<_> = it.items.iter().map(AgendaItem::slot).collect();
    let clock = running_clock::running_clock(starts, it.meeting.ends, &slots);
    let closed_items: Vec<(String, Access)> =
        it.items.iter().map(|item| (item.number.clone(), item.access.clone())).collect();

    let items = it.items.iter().zip(clock.slots).map(|(item, slot)| {
        let excludes = item.kind == ItemKind::Exclusion;
        let lead = name(item.lead_id);
        EveningItem {
            marking: item.access.marking(),
            lead: if lead.is_empty() { item.lead_words.clone() } else { lead },
            minutes: item.minutes(),
            planned: slot.starts,
            papers: papers
                .iter()
                .filter(|paper| item.papers.contains(&paper.id))
                .filter(|paper| !request.projector || paper.access.is_open())
                .map(|paper| paper.title.clone())
                .collect(),
            minute: it.minutes.iter().find(|minute| minute.agenda_item_id == item.id).cloned(),
            decisions: it.decisions.iter().filter(|it| it.agenda_item_id == item.id).cloned().collect(),
            actions: it
                .actions
                .iter()
                .filter(|action| action.agenda_item_id == Some(item.id) || item.actions.contains(&action.id))
                .map(|action| action.id)
                .collect(),
            quorum: QuorumLine::of(it.quorum(Some(item.id))),
            deferred_to: item
                .deferred_to_id
                .and_then(|to| it.meetings.iter().find(|meeting| meeting.id == to))
                .map(|meeting| meeting.date),
            resolution: exclusion::resolution(&closed_items).filter(|_| excludes),
            if_it_falls: exclusion::if_it_falls(&closed_items).filter(|_| excludes),
            approves: item
                .minutes_of_id
                .and_then(|of| it.meetings.iter().find(|meeting| meeting.id == of))
                .map(|of| ApprovesMinutes { meeting_id: of.id, date: of.date, state: of.state }),
            item: item.clone(),
        }
    });
    let mut items: Vec<EveningItem> = items.collect();
    let mut actions: Vec<EveningAction> =
        it.actions.iter().map(|action| line(&it, action, name(action.owner_id), cx.today())).collect();
    if request.projector {
        items.iter_mut().for_each(EveningItem::for_everyone);
        actions.iter_mut().for_each(EveningAction::for_everyone);
    }

    let people = it
        .expected
        .iter()
        .map(|expected| Attendee {
            person_id: expected.person_id,
            name: name(Some(expected.person_id)),
            part: expected.seat.clone(),
            member: expected.part == Part::Member,
            counts: expected.counts,
            attendance: it.attendances.iter().find(|at| at.person_id == expected.person_id).cloned(),
        })
        .collect();
    Ok(Evening {
        title: if it.meeting.title.is_empty() { it.board.name.clone() } else { it.meeting.title.clone() },
        under_way: it.meeting.is_under_way(),
        quorum: QuorumLine::of(it.quorum(it.meeting.current_item_id)),
        elapsed,
        time: cx.clock.time_of_day(),
        next_meeting: evening::next_to_take_items(&it.meeting, &it.meetings)
            .map(|next| LaterMeeting { id: next.id, date: next.date }),
        meeting: Meeting { chair_comments: String::new(), ..it.meeting },
        items,
        people,
        actions,
    })
}

pub(crate) fn line(it: &Gathered, action: &Action, owner: String, today: NaiveDate) -> EveningAction {
    EveningAction {
        owner,
        overdue: action.is_overdue(today),
        marking: it.item(action.agenda_item_id).and_then(|item| item.access.marking()),
        action: action.clone(),
    }
}

/// Seconds since the change that turned to the current item, as the history tells.
async fn elapsed(cx: &Context, read: &mut Reading, meeting: &Meeting) -> Outcome<Option<i64>> {
    if !meeting.is_under_way() || meeting.current_item_id.is_none() {
        return Ok(None);
    }
    let field = |value: &Option<serde_json::Value>| {
        value.as_ref().and_then(|it| it.get("current_item_id").cloned()).unwrap_or_default()
    };
    let turned = read.history_of(meeting.id.into()).await?.into_iter().find(|entry| {
        entry
            .changes
            .iter()
            .any(|it| MeetingId(it.record) == meeting.id && field(&it.before) != field(&it.after))
    });
    Ok(turned.map(|entry| (cx.clock.now() - entry.entry.at).num_seconds().max(0)))
}

impl QuorumLine {
    fn of(quorum: pledgeboard_domain::Quorum) -> Self {
        Self { needed: quorum.needed, there: quorum.there, met: quorum.is_met(), words: quorum.words() }
    }
}

impl EveningItem {
    /// Leaves what everyone in the room may read.
    fn for_everyone(&mut self) {
        self.item.internal_notes.clear();
        if let Some(minute) = &mut self.minute {
            minute.private_text.clear();
        }
        if self.item.access.is_open() {
            return;
        }
        self.item.title = self.item.title_for_the_public().to_owned();
        self.item.summary.clear();
        self.item.plain_summary.clear();
        self.item.questions.clear();
        self.item.background.clear();
        self.lead.clear();
        self.item.lead_words.clear();
        self.papers.clear();
        self.minute = None;
        self.decisions.clear();
    }
}

impl EveningAction {
    fn for_everyone(&mut self) {
        if self.marking.is_some() {
            self.action.text.clear();
            self.action.plain_text.clear();
            self.action.done_plain.clear();
            self.action.withdrawn_reason.clear();
            self.owner.clear();
        }
    }
}
