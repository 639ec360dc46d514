//! Adding channels, changing them, and noting that children were heard through one.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Channel, ChannelKind, HeardEvery,
    id::{ChannelId, CohortId, PersonId},
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewChannel {
    pub name: String,
    pub kind: ChannelKind,
    /// Who runs it, where it is not the council itself.
    pub partner: String,
    pub cohorts: Vec<CohortId>,
    pub every: HeardEvery,
    pub about: String,
    pub person_id: Option<PersonId>,
    /// The last day on which children were heard through it, of all its cohorts; none when nobody knows.
    pub heard_on: Option<NaiveDate>,
}

pub(crate) async fn add(cx: &Context, request: NewChannel) -> Outcome<Written<ChannelId>> {
    let name = request.name.trim();
    let mut write = cx.write(&format!("add the channel {name}")).await?;
    let mut channel = Channel {
        id: cx.new_id(),
        version: 0,
        name: name.into(),
        kind: request.kind,
        partner: request.partner.trim().into(),
        cohorts: request.cohorts,
        every: request.every,
        about: request.about,
        person_id: request.person_id,
        heard: vec![],
        ended_on: None,
    };
    channel.check(cx.today())?;
    if let Some(day) = request.heard_on {
        let cohorts = channel.cohorts.clone();
        channel.hear(day, &cohorts, cx.today())?;
    }
    write.insert(&mut channel).await?;
    cx.done(write, channel.id).await
}

pub(crate) async fn save(cx: &Context, mut channel: Channel) -> Outcome<Written<ChannelId>> {
    channel.name = channel.name.trim().into();
    channel.partner = channel.partner.trim().into();
    channel.check(cx.today())?;
    let mut write = cx.write(&format!("change the channel {}", channel.name)).await?;
    write.update(&mut channel).await?;
    cx.done(write, channel.id).await
}

/// Children were heard through a channel.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HearChannel {
    pub id: ChannelId,
    pub version: i64,
    pub heard_on: NaiveDate,
    /// Those who were heard, of the cohorts that it reaches.
    pub heard: Vec<CohortId>,
}

pub(crate) async fn hear(cx: &Context, request: HearChannel) -> Outcome<Written<Channel>> {
    let mut write = cx.write("note that children were heard through a channel").await?;
    let mut channel = Channel { version: request.version, ..write.one::<Channel>(request.id).await? };
    channel.hear(request.heard_on, &request.heard, cx.today())?;
    write.update(&mut channel).await?;
    cx.done(write, channel).await
}
