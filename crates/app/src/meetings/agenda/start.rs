//! Starting an agenda from the usual order, a saved template or the last agenda.

use pledgeboard_domain::{
    AgendaItem, AgendaTemplate, ItemKind, Meeting, Refusal, TemplateLine, Theme, UsualAgenda,
    fixed::enquiry,
    id::{AgendaTemplateId, MeetingId},
    proposal::carried::minutes_title,
    usual_order,
};
use pledgeboard_store::{Arg, Reading, Writing};
use serde::{Deserialize, Serialize};

use super::{draft, items};
use crate::{
    context::{Context, Written},
    error::Outcome,
};

/// Replaces what stands on a draft agenda; one Undo brings it back.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StartFrom {
    pub meeting_id: MeetingId,
    pub from: Beginning,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Beginning {
    /// One of those that come with the program.
    Usual(UsualAgenda),
    LastAgenda,
    Template(AgendaTemplateId),
}

pub(crate) async fn start_from(cx: &Context, request: StartFrom) -> Outcome<Written<()>> {
    let mut write = cx.write("start the agenda").await?;
    let meeting = draft::begin(&mut write, request.meeting_id).await?;
    let lines = lines(&mut write, &meeting, request.from).await?;
    for item in draft::items(&mut write, meeting.id).await? {
        items::take_off(&mut write, &item).await?;
    }
    let themes = themes(&mut write, &meeting).await?;
    let mut unapproved = unapproved(&mut write, &meeting).await?;
    for (position, line) in (1_i64..).zip(&lines) {
        let mut item = AgendaItem { position, ..AgendaItem::begin(cx.new_id(), meeting.id, line) };
        match item.kind {
            ItemKind::LastMinutes => {
                if let Some(last) = unapproved.pop() {
                    item.title = minutes_title(&last, &meeting);
                    item.minutes_of_id = Some(last.id);
                }
            }
            ItemKind::Theme => about_the_theme(&mut item, &themes),
            _ => {}
        }
        write.insert(&mut item).await?;
    }
    cx.done(write, ()).await
}

async fn lines(read: &mut Reading, meeting: &Meeting, from: Beginning) -> Outcome<Vec<TemplateLine>> {
    match from {
        Beginning::Usual(usual) => Ok(usual.lines(meeting.in_public)),
        Beginning::Template(id) => Ok(read.one::<AgendaTemplate>(id).await?.lines),
        Beginning::LastAgenda => {
            let before = "t.meeting_id = (SELECT m.id FROM meeting m WHERE m.date < $1 AND m.id IN \
                          (SELECT meeting_id FROM agenda_item) ORDER BY m.date DESC, m.starts DESC LIMIT 1)";
            let last = read.find::<AgendaItem>(before, &[Arg::Date(meeting.date)]).await?;
            if last.is_empty() {
                return Err(Refusal::rule(
                    "No earlier meeting has an agenda. Start from the usual order instead.",
                )
                .into());
            }
            // What was private was so for its own reasons that day, each meeting decides anew; and the chair is
            // elected once a year.
            let again = |item: &&AgendaItem| {
                !item.is_withdrawn()
                    && item.access.is_open()
                    && !matches!(item.kind, ItemKind::Exclusion | ItemKind::Election)
            };
            Ok(last.iter().filter(again).map(TemplateLine::of).collect())
        }
    }
}

/// Meetings held before this one whose minutes wait for approval, oldest first.
pub(super) async fn unapproved(write: &mut Reading, meeting: &Meeting) -> Outcome<Vec<Meeting>> {
    let clause = "t.state IN ('held', 'minutes_drafted') AND t.date <= $1 AND t.id <> $2";
    Ok(write.find::<Meeting>(clause, &[Arg::Date(meeting.date), Arg::from(meeting.id)]).await?)
}

async fn themes(write: &mut Writing, meeting: &Meeting) -> Outcome<Vec<Theme>> {
    let all = write.all::<Theme>().await?;
    Ok(meeting.themes.iter().filter_map(|id| all.iter().find(|theme| theme.id == *id)).cloned().collect())
}

fn about_the_theme(item: &mut AgendaItem, themes: &[Theme]) {
    if themes.is_empty() {
        return;
    }
    // A title of its own, such as young people's “Our questions”, stays.
    if item.title == usual_order::THEME {
        let names: Vec<&str> = themes.iter().map(|theme| theme.name.as_str()).collect();
        item.title = pledgeboard_domain::wording::list(&names);
    }
    item.questions = themes.iter().flat_map(|theme| theme.questions.clone()).collect();
    item.questions.push(enquiry::ABOVE_ALL.into());
}
