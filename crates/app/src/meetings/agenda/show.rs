//! An agenda as its builder shows it.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_domain::{
    Action, AgendaItem, AgendaVersion, ItemKind, Meeting, Paper, Person, Shape, Standing, Theme,
    id::{ActionId, MeetingId},
    private_items,
    proposal::carried::how_they_stand,
    readiness::{ReadyPoint, is_blocked},
    running_clock::RunningClock,
    shape::shape,
    wording,
};
use pledgeboard_store::Arg;
use serde::{Deserialize, Serialize};

use super::{
    asked::{Asked, Requests},
    content, ready,
    seen::{Checks, Seen},
};
use crate::{context::Context, error::Outcome, meetings::year::VersionLine};

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowAgenda {
    pub meeting_id: MeetingId,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgendaView {
    pub meeting: Meeting,
    pub themes: Vec<String>,
    pub standing: Standing,
    /// False once it is published: then it changes only by new versions.
    pub is_draft: bool,
    pub items: Vec<AgendaLine>,
    pub clock: RunningClock,
    /// Who talks for how long, when children speak, how much there is to read; with advice.
    pub shape: Shape,
    pub ready: Vec<ReadyPoint>,
    pub can_publish: bool,
    pub publish_by: NaiveDate,
    /// Publishing now needs a reason.
    pub is_late: bool,
    /// What the resolution to exclude the public says, as the items stand.
    pub resolution: String,
    pub versions: Vec<VersionLine>,
}

/// One item with what its row shows.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AgendaLine {
    pub item: AgendaItem,
    /// The printed number, or its place while it is a draft.
    pub number: String,
    /// The lead as printed.
    pub lead: String,
    /// The line under the title: "6 voices · 1 paper".
    pub detail: String,
    pub starts: NaiveTime,
    pub papers: Vec<Paper>,
    /// What Link Champions saw of the claims that stand here.
    pub seen: Vec<Seen>,
    /// What groups asked for, where this item takes it.
    pub asked: Vec<Asked>,
}

pub(crate) async fn show(cx: &Context, request: ShowAgenda) -> Outcome<AgendaView> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let meeting = read.one::<Meeting>(request.meeting_id).await?;
    let board = read.board().await?;
    let mut items = read.by::<AgendaItem>("meeting_id", meeting.id).await?;
    let papers = content::papers(&mut read, meeting.id).await?;
    let people = read.all::<Person>().await?;
    let themes = read.all::<Theme>().await?;
    let versions = read.by::<AgendaVersion>("meeting_id", meeting.id).await?;
    let looked = ready::look(&mut read, &board, &meeting, &items, &papers, today).await?;
    let actions: HashMap<ActionId, Action> = read
        .find::<Action>(
            "t.id IN (SELECT l.action_id FROM agenda_item_action l \
             JOIN agenda_item i ON i.id = l.agenda_item_id WHERE i.meeting_id = $1)",
            &[Arg::from(meeting.id)],
        )
        .await?
        .into_iter()
        .map(|action| (action.id, action))
        .collect();
    let checks = Checks::of(&mut read, meeting.id, today).await?;
    let requests = Requests::of(&mut read, meeting.id).await?;
    let live: Vec<AgendaItem> = items.iter().filter(|item| !item.is_withdrawn()).cloned().collect();
    let shape = shape(&live, &looked.clock, content::pages(&live, &papers), board.meeting_pages);
    let unnumbered: Vec<bool> = items.iter().map(|item| item.number.is_empty()).collect();
    content::number_in_order(&mut items);
    let resolution = private_items::resolution(&items);
    let lines = items.into_iter().zip(unnumbered).zip(&looked.clock.slots).map(|((mut item, bare), slot)| {
        let number = item.number.clone();
        if bare {
            item.number.clear();
        }
        AgendaLine {
            number,
            lead: content::lead(&item, meeting.chair_id, &people),
            detail: detail(&item, &actions, today),
            starts: slot.starts,
            papers: item
                .papers
                .iter()
                .filter_map(|id| papers.iter().find(|paper| paper.id == *id))
                .cloned()
                .collect(),
            seen: checks.beside(&item),
            asked: requests.beside(&item),
            item,
        }
    });
    Ok(AgendaView {
        themes: meeting
            .themes
            .iter()
            .filter_map(|id| themes.iter().find(|theme| theme.id == *id))
            .map(|theme| theme.name.clone())
            .collect(),
        standing: board.standing,
        is_draft: meeting.state.agenda_is_draft(),
        items: lines.collect(),
        shape,
        can_publish: meeting.state.agenda_is_draft() && !is_blocked(&looked.points),
        is_late: today > looked.publish_by,
        ready: looked.points,
        clock: looked.clock,
        publish_by: looked.publish_by,
        resolution,
        versions: versions.into_iter().map(VersionLine::from).collect(),
        meeting,
    })
}

fn detail(item: &AgendaItem, actions: &HashMap<ActionId, Action>, today: NaiveDate) -> String {
    let mut parts = vec![];
    let count = |n: usize, one: &str, many: &str| wording::count(n as u64, one, many);
    if !item.voices.is_empty() {
        parts.push(count(item.voices.len(), "voice", "voices"));
    }
    if item.kind == ItemKind::Promise && !item.summary.is_empty() {
        parts.push(item.summary.clone());
    }
    let linked: Vec<&Action> = item.actions.iter().filter_map(|id| actions.get(id)).collect();
    if item.kind == ItemKind::Actions {
        parts.push(how_they_stand(&linked, today));
    } else if !linked.is_empty() {
        parts.push(count(linked.len(), "action", "actions"));
    }
    if item.voices.is_empty() {
        parts.extend(item.questions.last().cloned());
    }
    if !item.papers.is_empty() {
        parts.push(count(item.papers.len(), "paper", "papers"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
