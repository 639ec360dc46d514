//! The draft that the app proposes: what it would add and why, and adding the lines chosen.

use std::collections::HashSet;

use pledgeboard_domain::{
    Action, AgendaItem, AgendaRequest, Assignment, Audience, Check, DroppedProposal, Group, HalfTerm,
    Meeting, RealityCheck, Refusal, Theme, Voice,
    agenda_item::title_copies_a_voice,
    agenda_request::Taken,
    id::{AgendaItemId, MeetingId, VoiceId},
    private_items,
    proposal::{self, EditedLine, Proposed, Sources},
    theme::ChampionKind,
};
use pledgeboard_store::{Arg, Reading, Writing};
use serde::{Deserialize, Serialize};

use super::{draft, show::ShowAgenda, start};
use crate::{
    context::{Context, Written},
    error::{AppError, Outcome},
    groups::requests,
    meetings::programme::{Offered, take_up_report},
    promises::current,
};

/// The proposal, and the words behind its voices.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Proposal {
    pub lines: Vec<Proposed>,
    /// Lines that the chair dropped for this meeting; each can be asked for again.
    pub dropped: Vec<Proposed>,
    /// What was said, for those who choose; it is not printed on the agenda.
    pub said: Vec<Said>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Said {
    pub id: VoiceId,
    pub words: String,
    pub is_quote: bool,
}

/// The lines chosen, by their keys.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ApplyProposal {
    pub meeting_id: MeetingId,
    pub keys: Vec<String>,
    /// What the chair changed of them first; a line without changes goes on as it was proposed.
    #[serde(default)]
    pub edits: Vec<EditedLine>,
}

pub(super) struct Gathered {
    pub lines: Vec<Proposed>,
    pub dropped: Vec<Proposed>,
    unanswered: Vec<Voice>,
}

pub(crate) async fn propose(cx: &Context, request: ShowAgenda) -> Outcome<Proposal> {
    let mut read = cx.read().await?;
    let meeting = draft::open(&mut read, request.meeting_id).await?;
    let Gathered { lines, dropped, unanswered } = gather(cx, &mut read, &meeting).await?;
    let shown: HashSet<VoiceId> = lines.iter().flat_map(|line| line.voices.iter().copied()).collect();
    let said = unanswered.into_iter().filter(|voice| shown.contains(&voice.id));
    Ok(Proposal {
        said: said.map(|it| Said { id: it.id, words: it.words, is_quote: it.is_quote }).collect(),
        lines,
        dropped,
    })
}

pub(super) async fn gather(cx: &Context, read: &mut Reading, meeting: &Meeting) -> Outcome<Gathered> {
    let today = cx.today();
    let items = draft::items(read, meeting.id).await?;
    let themes = read.all::<Theme>().await?;
    let assignments = read.all::<Assignment>().await?;
    let mut unanswered =
        read.find::<Voice>("NOT EXISTS (SELECT 1 FROM answer a WHERE a.voice_id = t.id)", &[]).await?;
    unanswered.retain(|voice| voice.may_be_printed_for(Audience::Members));
    let promises = current(read, today).await?;
    let half_terms = read.all::<HalfTerm>().await?;
    // Two half-terms and their holidays lie well within half a year; older checks are no opinion any more.
    let since = Arg::Date(today - chrono::Days::new(183));
    let checks = read.find::<Check>("t.\"on\" >= $1", std::slice::from_ref(&since)).await?;
    let not_true = read
        .find::<RealityCheck>(
            "t.verdict = 'not_true' AND t.agenda_item_id IS NULL \
             AND t.event_id IN (SELECT id FROM event WHERE date >= $1)",
            &[since],
        )
        .await?;
    let live = read.find::<Action>("t.state IN ('open', 'done')", &[]).await?;
    let unapproved = start::unapproved(read, meeting).await?;
    let deferred = read.by::<AgendaItem>("deferred_to_id", meeting.id).await?;
    let groups = read.all::<Group>().await?;
    let asked = requests::unanswered(read).await?.into_iter();
    let waiting: Vec<AgendaRequest> =
        asked.filter(|(_, taken)| *taken == Taken::Nowhere).map(|(request, _)| request).collect();
    let programme = Offered::of(read, meeting, &half_terms).await?;
    let champion = |theme: &Theme, kind: ChampionKind| {
        assignments
            .iter()
            .find(|it| it.theme_id == theme.id && it.kind == kind && it.holds_on(meeting.date))
            .map(|it| it.person_id)
    };
    let champions: Vec<_> = themes
        .iter()
        .map(|it| {
            (it.id, champion(it, ChampionKind::LinkChampion), champion(it, ChampionKind::OfficerChampion))
        })
        .collect();
    let lines = proposal::propose(&Sources {
        today,
        meeting,
        items: &items,
        themes: &themes,
        champions: &champions,
        unanswered: &unanswered,
        promises: &promises,
        checks: &checks,
        half_terms: &half_terms,
        not_true: &not_true,
        live_actions: &live,
        unapproved: &unapproved,
        deferred: &deferred,
        groups: &groups,
        requests: &waiting,
        topics: &programme.topics,
        reports_due: &programme.reports_due(&half_terms),
    });
    let dropped = read.by::<DroppedProposal>("meeting_id", meeting.id).await?;
    let (lines, dropped) = proposal::part(lines, &dropped);
    Ok(Gathered { lines, dropped, unanswered })
}

pub(crate) async fn apply(cx: &Context, request: ApplyProposal) -> Outcome<Written<()>> {
    let mut write = cx.write("take up the proposed agenda").await?;
    let meeting = draft::begin(&mut write, request.meeting_id).await?;
    let Gathered { lines, .. } = gather(cx, &mut write, &meeting).await?;
    let chosen: Vec<Proposed> = lines.into_iter().filter(|line| request.keys.contains(&line.key)).collect();
    if chosen.is_empty() {
        return Err(Refusal::field("keys", "Choose at least one line to add.").into());
    }
    let mut told: Option<AgendaItemId> = None;
    for line in chosen {
        let line = edited(&mut write, &request.edits, line).await?;
        let is_voices = line.key.starts_with("voices:");
        let into = line.into.or(told.filter(|_| is_voices));
        let id = take_up(cx, &mut write, &meeting, line, into).await?;
        if is_voices {
            told = Some(id);
        }
    }
    cx.done(write, ()).await
}

/// The line as the chair has it.
async fn edited(write: &mut Writing, edits: &[EditedLine], line: Proposed) -> Outcome<Proposed> {
    let Some((at, edit)) = edits.iter().enumerate().find(|(_, edit)| edit.key == line.key) else {
        return Ok(line);
    };
    let within = |error: AppError| error.within(&format!("edits.{at}"));
    let is_new = line.into.is_none();
    let proposed = line.line.title.clone();
    let line = edit.clone().into_line(line).map_err(|refusal| within(refusal.into()))?;
    if is_new && line.line.title != proposed {
        draft::titles_copy_nobody(write, &[("title", &line.line.title)]).await.map_err(within)?;
    }
    Ok(line)
}

/// Adds one proposed line to the agenda, as a new item or into one that is there; answers which.
pub(super) async fn take_up(
    cx: &Context,
    write: &mut Writing,
    meeting: &Meeting,
    line: Proposed,
    into: Option<AgendaItemId>,
) -> Outcome<AgendaItemId> {
    let mut items = draft::items(write, meeting.id).await?;
    let found = into.and_then(|id| items.iter().find(|item| item.id == id).cloned());
    let is_new = found.is_none();
    let mut item = found.unwrap_or_else(|| AgendaItem::begin(cx.new_id(), meeting.id, &line.line));
    if line.private {
        let standing = write.board().await?.standing;
        item.access = private_items::until_somebody_says_why(standing);
        item.public_title = private_items::TITLE_UNTIL_THEN.into();
    }
    item.topic_id = match line.standing_report_id {
        Some(report) => take_up_report(cx, write, report, meeting).await?,
        None => item.topic_id.or(line.topic_id),
    };
    if let Some(again) = line.again {
        let earlier = write.one::<AgendaItem>(again).await?;
        item.access = earlier.access;
        item.public_title = earlier.public_title;
        item.lead_words = earlier.lead_words;
        item.plain_summary = earlier.plain_summary;
        item.background = earlier.background;
        item.papers = earlier.papers;
        item.internal_notes = earlier.internal_notes;
        item.topic_id = earlier.topic_id;
    }
    if line.minutes_of_id.is_some() {
        item.title.clone_from(&line.line.title);
        item.minutes_of_id = line.minutes_of_id;
    }
    item.lead_id = item.lead_id.or(line.lead_id);
    if item.summary.trim().is_empty() {
        item.summary = line.summary;
    }
    if item.lead_words.trim().is_empty() {
        item.lead_words = line.lead_words;
    }
    add_new(&mut item.questions, line.questions);
    add_new(&mut item.voices, line.voices);
    add_new(&mut item.promises, line.promises);
    add_new(&mut item.actions, line.actions);
    if is_new {
        own_title(write, &mut item).await?;
        draft::insert(write, &mut items, item.clone()).await?;
    } else {
        write.update(&mut item).await?;
    }
    for id in line.reality_checks {
        let mut check = write.one::<RealityCheck>(id).await?;
        check.agenda_item_id = Some(item.id);
        write.update(&mut check).await?;
    }
    for id in line.requests {
        let mut request = write.one::<AgendaRequest>(id).await?;
        let taken = requests::taken(write, &request).await?;
        request.schedule(item.id, taken)?;
        write.update(&mut request).await?;
    }
    if let Some(again) = line.again {
        requests::follow(write, again, Some(item.id)).await?;
    }
    Ok(item.id)
}

/// A promise's name may be what a child said, word for word: then its number alone stands in the title (rule 5).
async fn own_title(write: &mut Writing, item: &mut AgendaItem) -> Outcome<()> {
    let voices = write.all::<Voice>().await?;
    if voices.iter().any(|voice| title_copies_a_voice(&item.title, &voice.words)) {
        item.title = match item.title.split_once(':') {
            Some((number, _)) if number.starts_with("Promise ") => number.into(),
            _ => item.kind.words().into(),
        };
    }
    Ok(())
}

fn add_new<T: PartialEq>(list: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !list.contains(&one) {
            list.push(one);
        }
    }
}
