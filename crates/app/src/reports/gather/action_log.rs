//! The action log: every action, with what was heard of it since.

use std::collections::HashMap;

use chrono::NaiveDate;
use pledgeboard_documents::{
    block::Document,
    content::action_log::{self, ActionLogInput, LoggedAction},
};
use pledgeboard_domain::{
    Action, ActionUpdate, AgendaItem, Audience, Board, Escalation, Meeting, Minute,
    id::{ActionId, AgendaItemId},
    wording,
};
use pledgeboard_store::Reading;

use super::{Source, actions::Inherited};
use crate::{
    error::Outcome,
    reports::{PlainWords, plain_words},
};

impl Source for ActionLogInput {
    fn build(&self, audience: Audience) -> Document {
        action_log::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn open_for_children(&self) -> Option<Document> {
        Some(action_log::for_children(self))
    }

    fn rows(&self, audience: Audience) -> Option<Vec<Vec<String>>> {
        Some(action_log::rows(self, audience))
    }

    fn plain_words(&self) -> Vec<PlainWords> {
        plain_words::meeting::action_log(self)
    }
}

pub(super) async fn gather(read: &mut Reading, today: NaiveDate) -> Outcome<ActionLogInput> {
    let board = read.board().await?;
    let names = super::names(read).await?;
    let inherited = Inherited::read(read).await?;
    let actions = read.all::<Action>().await?;
    let born = born_of(read).await?;
    let mut updates: HashMap<ActionId, Vec<ActionUpdate>> = HashMap::new();
    for update in read.all::<ActionUpdate>().await? {
        updates.entry(update.action_id).or_default().push(update);
    }
    let mut escalations: HashMap<ActionId, Vec<Escalation>> = HashMap::new();
    for escalation in read.find::<Escalation>("t.action_id IS NOT NULL", &[]).await? {
        if let Some(action) = escalation.action_id {
            escalations.entry(action).or_default().push(escalation);
        }
    }
    let actions = actions
        .into_iter()
        .map(|action| LoggedAction {
            born_of: action.agenda_item_id.and_then(|item| born.get(&item)).cloned().unwrap_or_default(),
            updates: updates.remove(&action.id).unwrap_or_default(),
            escalations: escalations.remove(&action.id).unwrap_or_default(),
            line: inherited.line(action, &names),
        })
        .collect();
    Ok(ActionLogInput { board, today, actions })
}

/// Where actions were born: the minute's number, or the day of the meeting until it has one.
async fn born_of(read: &mut Reading) -> Outcome<HashMap<AgendaItemId, String>> {
    let days: HashMap<_, _> =
        read.all::<Meeting>().await?.into_iter().map(|meeting| (meeting.id, meeting.date)).collect();
    let items = read.find::<AgendaItem>("t.id IN (SELECT agenda_item_id FROM action)", &[]).await?;
    let mut born: HashMap<AgendaItemId, String> = items
        .into_iter()
        .filter_map(|item| {
            days.get(&item.meeting_id).map(|day| (item.id, wording::date_without_weekday(*day)))
        })
        .collect();
    let minutes = read
        .find::<Minute>("t.number <> '' AND t.agenda_item_id IN (SELECT agenda_item_id FROM action)", &[])
        .await?;
    born.extend(minutes.into_iter().map(|minute| (minute.agenda_item_id, minute.number)));
    Ok(born)
}
