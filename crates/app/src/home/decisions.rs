//! What needs a decision before the next meeting, each found in the records themselves.

mod actions;
pub(super) mod agenda;
mod answers;
mod membership;
mod requests;

pub(super) use actions::to_escalate;

use pledgeboard_domain::{Meeting, MeetingState, id::PromiseId, wording};
use pledgeboard_store::Reading;
use serde::Serialize;

use super::{capital, counted, counts::is_unfinished, numbers, reviews, scene::Scene};
use crate::error::Outcome;

/// One thing to decide, and where that is done.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ToDecide {
    pub title: String,
    pub detail: String,
    /// Days left: 0 is today, negative is late; none when nothing is lost by waiting.
    pub days: Option<i64>,
    /// The words of its button, and where it leads.
    pub act: String,
    pub href: String,
    /// Promises that the button puts on the next agenda at once, where it is still a draft.
    pub promises: Vec<PromiseId>,
}

pub(super) async fn before_the_meeting(read: &mut Reading, scene: &Scene) -> Outcome<Vec<ToDecide>> {
    let mut found = vec![];
    found.extend(answers::decisions(read, scene).await?);
    found.extend(requests::decisions(read, scene).await?);
    match scene.next() {
        Some(meeting) => {
            found.extend(publishing(scene, meeting));
            found.extend(agenda::decisions(read, scene, meeting).await?);
        }
        None => found.push(ToDecide {
            title: "No meeting is planned".into(),
            detail: "Plan the next one, so that members and children know the day.".into(),
            days: Some(0),
            act: "Plan a meeting".into(),
            href: "/meetings".into(),
            promises: vec![],
        }),
    }
    found.extend(disputes(read, scene).await?);
    found.extend(reviews::decision(read, scene).await?);
    found.extend(unheld(scene));
    found.extend(minutes(scene));
    found.extend(actions::decisions(read, scene).await?);
    found.extend(membership::decisions(read, scene).await?);
    found.sort_by_key(|it| it.days.unwrap_or(i64::MAX));
    Ok(found)
}

/// Days until the agenda must be out; once it is, days until the meeting.
fn days_to_change(scene: &Scene, meeting: &Meeting) -> i64 {
    let next = scene.next_meeting(meeting);
    if next.published { next.days } else { next.publish_in }
}

fn publishing(scene: &Scene, meeting: &Meeting) -> Option<ToDecide> {
    let next = scene.next_meeting(meeting);
    (!next.published).then(|| ToDecide {
        title: if next.publish_in < 0 {
            format!("The agenda was due out on {}", wording::date(next.publish_by))
        } else {
            format!("Publish the agenda by {}", wording::date(next.publish_by))
        },
        detail: format!(
            "{} before the meeting on {}",
            wording::count(next.clear_days.unsigned_abs(), "clear working day", "clear working days"),
            wording::near_date(next.date, scene.today)
        ),
        days: Some(next.publish_in),
        act: if meeting.state == MeetingState::Planned { "Make the agenda" } else { "Open agenda" }.into(),
        href: format!("/meetings/{}/agenda", meeting.id),
        promises: vec![],
    })
}

/// Promises about which the lenses disagree, and which the next agenda does not have yet.
async fn disputes(read: &mut Reading, scene: &Scene) -> Outcome<Option<ToDecide>> {
    let mut disputed = numbers::disputed(read, scene).await?;
    if let Some(meeting) = scene.next() {
        let items = agenda::items(read, meeting).await?;
        disputed.retain(|(promise, _)| !items.iter().any(|item| item.promises.contains(&promise.id)));
    }
    let [(first, disagreement), ..] = disputed.as_slice() else { return Ok(None) };
    let names: Vec<String> = disputed
        .iter()
        .map(|(promise, _)| format!("Promise {} “{}”", promise.number, promise.title))
        .collect();
    let one = disputed.len() == 1;
    Ok(Some(ToDecide {
        title: if one {
            format!("They disagree about promise {}, “{}”", first.number, first.title)
        } else {
            capital(&format!(
                "{} where adults and young people disagree",
                counted(disputed.len(), "", "promises")
            ))
        },
        detail: if one { disagreement.sentence.clone() } else { wording::list(&names) },
        days: scene.next().map(|meeting| days_to_change(scene, meeting)),
        act: if scene.next().is_some() { "Add to agenda" } else { "See promises" }.into(),
        href: match scene.next() {
            Some(meeting) => format!("/meetings/{}/agenda", meeting.id),
            None => "/promises?disputed=1".into(),
        },
        promises: match scene.next() {
            Some(meeting) if meeting.state.agenda_is_draft() => {
                disputed.iter().map(|(promise, _)| promise.id).collect()
            }
            _ => vec![],
        },
    }))
}

/// Meetings whose day has passed, and of which nobody said that they were held.
fn unheld(scene: &Scene) -> Option<ToDecide> {
    let meeting = scene.meetings.iter().find(|it| it.date < scene.today && !it.state.was_held())?;
    Some(ToDecide {
        title: format!("Was the meeting on {} held?", wording::near_date(meeting.date, scene.today)),
        detail: format!("It still stands at “{}”.", meeting.state.words()),
        days: Some(0),
        act: "Open meeting".into(),
        href: format!("/meetings/{}", meeting.id),
        promises: vec![],
    })
}

/// Minutes that wait for the chair or for the board.
fn minutes(scene: &Scene) -> impl Iterator<Item = ToDecide> {
    scene.meetings.iter().filter(|it| is_unfinished(it.state)).map(|meeting| {
        let day = wording::near_date(meeting.date, scene.today);
        let drafted = meeting.state == MeetingState::MinutesDrafted;
        ToDecide {
            title: if drafted {
                format!("The minutes of {day} are drafted")
            } else {
                format!("The minutes of {day} are not written yet")
            },
            detail: if drafted {
                "Read them and comment; the board approves them at its next meeting.".into()
            } else {
                format!("The meeting was {} ago.", wording::waited(meeting.date, scene.today))
            },
            days: scene.next().map(|next| days_to_change(scene, next)),
            act: "Open minutes".into(),
            href: format!("/meetings/{}/minutes", meeting.id),
            promises: vec![],
        }
    })
}
