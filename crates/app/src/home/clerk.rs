//! Democratic services' Home: the next deadline, the agenda's readiness, minutes, actions to chase, what to publish.

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    Action, ItemKind, MeetingState,
    id::{ActionId, MeetingId},
    the_loop, wording,
};
use pledgeboard_store::{Arg, Reading};
use serde::Serialize;

use super::{
    capital, counted,
    counts::is_unfinished,
    decisions::{agenda, to_escalate},
    reviews::{self, ReviewLine},
    scene::Scene,
};
use crate::error::Outcome;

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ClerkHome {
    /// What the next agenda has, and what it lacks.
    pub readiness: Vec<ReadyLine>,
    pub minutes: Vec<MinutesToFinish>,
    /// Overdue, or due within two weeks: the most overdue first.
    pub chase: Vec<ActionToChase>,
    pub publish: Vec<ToPublish>,
    /// Promises that somebody should look at again, the longest due first.
    pub reviews: Vec<ReviewLine>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReadyLine {
    pub ready: bool,
    pub words: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutesToFinish {
    pub meeting_id: MeetingId,
    pub date: NaiveDate,
    pub state: MeetingState,
    /// Days since the meeting.
    pub days: i64,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionToChase {
    pub id: ActionId,
    pub reference: String,
    pub text: String,
    pub owner: Option<String>,
    pub due: Option<NaiveDate>,
    pub overdue: bool,
    /// Overdue at two meetings: offer to escalate it.
    pub escalate: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ToPublish {
    pub title: String,
    pub detail: String,
    pub act: String,
    pub href: String,
}

/// Two weeks ahead, in days.
const AHEAD: u64 = 14;

pub(super) async fn home(read: &mut Reading, scene: &Scene) -> Outcome<ClerkHome> {
    Ok(ClerkHome {
        readiness: readiness(read, scene).await?,
        minutes: scene
            .meetings
            .iter()
            .filter(|it| is_unfinished(it.state))
            .map(|it| MinutesToFinish {
                meeting_id: it.id,
                date: it.date,
                state: it.state,
                days: -scene.days_to(it.date),
            })
            .collect(),
        chase: chase(read, scene).await?,
        publish: publish(scene),
        reviews: reviews::lines(read, scene, None).await?,
    })
}

async fn readiness(read: &mut Reading, scene: &Scene) -> Outcome<Vec<ReadyLine>> {
    let Some(meeting) = scene.next() else { return Ok(vec![]) };
    let items = agenda::items(read, meeting).await?;
    if items.is_empty() {
        return Ok(vec![ReadyLine { ready: false, words: "The agenda has no items yet".into() }]);
    }
    let clock = agenda::clock(meeting, &items);
    let unled = agenda::without_lead(&items).len();
    let reports = items.iter().filter(|it| it.kind == ItemKind::Report);
    let without_paper = reports.filter(|it| it.papers.is_empty()).count();
    let says =
        |ready: bool, yes: String, no: String| ReadyLine { ready, words: if ready { yes } else { no } };
    Ok(vec![
        says(
            unled == 0,
            "Every item that needs a lead has one".into(),
            capital(&format!("{} without a lead", counted(unled, "item", "items"))),
        ),
        says(
            without_paper == 0,
            "Every report has its paper".into(),
            capital(&format!("{} without a paper", counted(without_paper, "report", "reports"))),
        ),
        says(
            clock.overrun == 0,
            capital(&format!(
                "{} fit the time: {}",
                counted(items.len(), "item", "items"),
                wording::duration(clock.total)
            )),
            format!("The items run {} over", wording::duration(clock.overrun)),
        ),
        says(
            items.iter().any(|it| it.kind == ItemKind::ChildrenTold),
            "Children are heard".into(),
            "No item is for what children told us".into(),
        ),
    ])
}

async fn chase(read: &mut Reading, scene: &Scene) -> Outcome<Vec<ActionToChase>> {
    let soon = Arg::Date(scene.today + Days::new(AHEAD));
    let mut actions: Vec<Action> = read.find("t.state = 'open' AND t.due <= $1", &[soon]).await?;
    actions.sort_by_key(|action| action.due);
    let escalate = to_escalate(read, scene).await?;
    Ok(actions
        .into_iter()
        .map(|action| ActionToChase {
            overdue: action.is_overdue(scene.today),
            escalate: escalate.iter().any(|it| it.id == action.id),
            owner: scene.name_of(action.owner_id),
            id: action.id,
            reference: action.reference,
            text: action.text,
            due: action.due,
        })
        .collect())
}

/// Documents whose turn has come.
fn publish(scene: &Scene) -> Vec<ToPublish> {
    let mut found = vec![];
    if let Some(meeting) = scene.next().filter(|it| it.state.agenda_is_draft()) {
        let next = scene.next_meeting(meeting);
        found.push(ToPublish {
            title: format!("Agenda for {}", wording::near_date(meeting.date, scene.today)),
            detail: format!("out by {}", wording::date(next.publish_by)),
            act: "Check and publish".into(),
            href: format!("/meetings/{}/agenda", meeting.id),
        });
    }
    let approved = scene.meetings.iter().filter(|it| it.state == MeetingState::MinutesApproved);
    if let Some(meeting) = approved.max_by_key(|it| it.date) {
        found.push(ToPublish {
            title: format!("Minutes of {}", wording::near_date(meeting.date, scene.today)),
            detail: match meeting.approved_on {
                Some(day) => format!("approved on {}", wording::near_date(day, scene.today)),
                None => "approved".into(),
            },
            act: "Open report".into(),
            href: format!("/reports?document=minutes&meeting={}", meeting.id),
        });
    }
    if let Some(meeting) = the_loop::last_meeting(scene.today, &scene.meetings) {
        let written = !meeting.plain_summary.is_empty();
        found.push(ToPublish {
            title: format!("Report for children on {}", wording::near_date(meeting.date, scene.today)),
            detail: if written {
                "ready to read through"
            } else {
                "its words for children are not written yet"
            }
            .into(),
            act: "Open report".into(),
            href: format!("/reports?document=child-meeting&meeting={}", meeting.id),
        });
    }
    found
}
