//! The counts beside the areas in the navigation.

use pledgeboard_domain::{Action, MeetingState};
use serde::Serialize;

use super::{numbers, scene::Scene};
use crate::{command::Nothing, context::Context, error::Outcome};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NavigationCounts {
    /// Agendas to publish and minutes to finish.
    pub meetings: u32,
    /// Voices that wait for an answer.
    pub voices: u32,
    /// Promises about which the lenses disagree.
    pub promises: u32,
    /// Actions that the board has not closed.
    pub actions: u32,
}

pub(super) async fn counts(cx: &Context, _: Nothing) -> Outcome<NavigationCounts> {
    let mut read = cx.read().await?;
    let scene = Scene::load(cx, &mut read).await?;
    let to_publish = scene.next().is_some_and(|meeting| meeting.state.agenda_is_draft());
    let to_finish = scene.meetings.iter().filter(|it| is_unfinished(it.state)).count();
    let live: Vec<Action> = read.find("t.state IN ('open', 'done')", &[]).await?;
    Ok(NavigationCounts {
        meetings: small(to_finish) + u32::from(to_publish),
        voices: small(numbers::waiting(&mut read).await?.len()),
        promises: small(numbers::disputed(&mut read, &scene).await?.len()),
        actions: small(live.len()),
    })
}

/// Held, but its minutes are not approved yet.
pub(super) fn is_unfinished(state: MeetingState) -> bool {
    matches!(state, MeetingState::Held | MeetingState::MinutesDrafted)
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
