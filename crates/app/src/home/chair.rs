//! The chair's Home: the loop, what needs a decision before the next meeting, what was heard this week.

use pledgeboard_domain::LoopNumbers;
use pledgeboard_store::Reading;
use serde::Serialize;

use super::{
    decisions::{self, ToDecide},
    heard::{self, HeardVoice},
    numbers,
    scene::Scene,
};
use crate::error::Outcome;

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChairHome {
    pub numbers: LoopNumbers,
    pub decisions: Vec<ToDecide>,
    pub heard: Vec<HeardVoice>,
}

pub(super) async fn home(read: &mut Reading, scene: &Scene) -> Outcome<ChairHome> {
    Ok(ChairHome {
        numbers: numbers::numbers(read, scene).await?,
        decisions: decisions::before_the_meeting(read, scene).await?,
        heard: heard::this_week(read, scene).await?,
    })
}
