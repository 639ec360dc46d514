//! The Home of roles without one of their own: my actions, the meetings, what was heard.

use chrono::{Days, NaiveDate};
use pledgeboard_domain::{
    Action,
    id::{ActionId, MeetingId},
};
use pledgeboard_store::{Arg, Reading};
use serde::Serialize;

use super::{
    heard::{self, HeardVoice},
    reviews::{self, ReviewLine},
    scene::Scene,
};
use crate::error::Outcome;

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PlainHome {
    pub actions: Vec<MyAction>,
    pub meetings: Vec<ComingMeeting>,
    pub heard: Vec<HeardVoice>,
    /// Promises that I should look at again: as who is responsible, or as participation worker.
    pub reviews: Vec<ReviewLine>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MyAction {
    pub id: ActionId,
    pub reference: String,
    pub text: String,
    pub due: Option<NaiveDate>,
    pub overdue: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ComingMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
    pub starts: chrono::NaiveTime,
    pub place: String,
    pub themes: Vec<String>,
}

/// How far back "heard lately" looks where it is somebody's only window on voices, in days.
const LATELY: u64 = 42;
const MEETINGS: usize = 4;

pub(super) async fn home(read: &mut Reading, scene: &Scene) -> Outcome<PlainHome> {
    let mut actions: Vec<Action> = match scene.me() {
        Some(me) => read.find("t.owner_id = $1 AND t.state IN ('open', 'done')", &[Arg::from(me.id)]).await?,
        None => vec![],
    };
    actions.sort_by_key(|action| (action.due.is_none(), action.due));
    let coming = scene.meetings.iter().filter(|it| !it.state.was_held() && it.date >= scene.today);
    Ok(PlainHome {
        actions: actions
            .into_iter()
            .map(|action| MyAction {
                overdue: action.is_overdue(scene.today),
                id: action.id,
                reference: action.reference,
                text: action.text,
                due: action.due,
            })
            .collect(),
        meetings: coming
            .take(MEETINGS)
            .map(|it| ComingMeeting {
                id: it.id,
                date: it.date,
                starts: it.starts,
                place: it.place.clone(),
                themes: it.themes.iter().map(|id| scene.theme(*id)).collect(),
            })
            .collect(),
        reviews: match scene.me() {
            Some(me) => reviews::lines(read, scene, Some(me.id)).await?,
            None => vec![],
        },
        heard: heard::latest(read, scene, scene.today - Days::new(LATELY)).await?,
    })
}
