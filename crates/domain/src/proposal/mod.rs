//! A themed draft that the app proposes: from what children said and nobody answered, from promises in dispute, from
//! open actions, from the work programme and from what earlier meetings left over. Children first.

pub mod asked;
pub mod carried;
mod dropped;
mod edit;
mod heard;
mod programme;
pub mod promised;

pub use dropped::{DroppedProposal, part};
pub use edit::EditedLine;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    action::Action,
    agenda_item::{AgendaItem, ItemKind, Purpose, TemplateLine},
    agenda_request::AgendaRequest,
    check::Check,
    event::RealityCheck,
    group::Group,
    half_term::HalfTerm,
    id::{
        ActionId, AgendaItemId, AgendaRequestId, MeetingId, PersonId, PromiseId, RealityCheckId,
        StandingReportId, ThemeId, TopicId, VoiceId,
    },
    meeting::Meeting,
    programme::{ReportDue, Topic},
    promise::Promise,
    running_clock::Speaker,
    theme::Theme,
    usual_order,
    voice::Voice,
};

/// Everything that a proposal is made of.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    pub today: NaiveDate,
    pub meeting: &'a Meeting,
    /// What stands on the agenda already, in order.
    pub items: &'a [AgendaItem],
    pub themes: &'a [Theme],
    /// Who links to a theme on the day of the meeting: the councillor first, then the officer.
    pub champions: &'a [(ThemeId, Option<PersonId>, Option<PersonId>)],
    /// Voices with no answer that the board may read.
    pub unanswered: &'a [Voice],
    /// Current promises.
    pub promises: &'a [Promise],
    pub checks: &'a [Check],
    pub half_terms: &'a [HalfTerm],
    /// Reality checks that found a claim not true, and that stand on no agenda yet.
    pub not_true: &'a [RealityCheck],
    /// Open and done, not closed.
    pub live_actions: &'a [Action],
    /// Meetings held whose minutes are not approved.
    pub unapproved: &'a [Meeting],
    /// Items put off to this meeting.
    pub deferred: &'a [AgendaItem],
    pub groups: &'a [Group],
    /// What groups ask for, where no agenda has it and nobody has answered it.
    pub requests: &'a [AgendaRequest],
    /// Topics that the work programme has for the board in this half-term, and that no agenda has yet.
    pub topics: &'a [Topic],
    /// Standing reports that are due, and no topic of the year's.
    pub reports_due: &'a [ReportDue<'a>],
}

crate::text_enum! {
    /// Why a line is proposed; the list is grouped by it.
    ProposedFrom {
        Opening = "opening" => "To open the meeting",
        Voices = "voices" => "What children told us",
        Groups = "groups" => "What groups ask for",
        Promise = "promise" => "Promises in dispute",
        Theme = "theme" => "The theme of the meeting",
        Programme = "programme" => "The work programme",
        Actions = "actions" => "Actions",
        Left = "left" => "Left over from earlier meetings",
    }
}

/// One line of a proposal: a new item, or more for an item that is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Proposed {
    /// Names the line while the board does not change: "voices:…", "promise:…".
    pub key: String,
    pub from: ProposedFrom,
    pub line: TemplateLine,
    /// What it adds, for the list: "Feeling safe at home".
    pub words: String,
    /// Why: "4 voices without an answer, the oldest for 11 weeks".
    pub why: String,
    /// Ticked to begin with.
    pub chosen: bool,
    /// The item on the agenda that takes it in, rather than a new one.
    pub into: Option<AgendaItemId>,
    pub lead_id: Option<PersonId>,
    /// The lead in words, where it is no person of the board: a group.
    pub lead_words: String,
    pub summary: String,
    pub questions: Vec<String>,
    /// Questions of the key lines of enquiry, to choose from.
    pub offers: Vec<OfferedQuestion>,
    pub voices: Vec<VoiceId>,
    pub promises: Vec<PromiseId>,
    pub actions: Vec<ActionId>,
    pub reality_checks: Vec<RealityCheckId>,
    pub requests: Vec<AgendaRequestId>,
    pub minutes_of_id: Option<MeetingId>,
    /// The item of an earlier meeting that it takes up again.
    pub again: Option<AgendaItemId>,
    /// The topic of the work programme that it takes up.
    pub topic_id: Option<TopicId>,
    /// The standing report that it takes up, which becomes a topic of the year.
    pub standing_report_id: Option<StandingReportId>,
    /// It is not for the public; the item begins as one that is not open, and asks for its paragraph and reason.
    pub private: bool,
}

/// A question of a key line of enquiry, with whom to ask and what would show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfferedQuestion {
    pub words: String,
    pub ask: String,
    pub evidence: String,
    /// The line of enquiry: "Stability".
    pub line: String,
}

/// The whole proposal, in the order in which the items would stand.
pub fn propose(sources: &Sources<'_>) -> Vec<Proposed> {
    let mut lines = opening(sources);
    lines.extend(heard::voices(sources));
    lines.extend(asked::requests(sources));
    lines.extend(asked::progress(sources));
    lines.extend(promised::promises(sources));
    lines.extend(promised::themes(sources));
    lines.extend(programme::topics(sources));
    lines.extend(programme::standing_reports(sources));
    lines.extend(carried::actions(sources));
    lines.extend(carried::last_minutes(sources));
    lines.extend(carried::deferred(sources));
    lines.sort_by_key(|line| usual_order::place_of(line.line.kind, line.line.presented_by));
    lines
}

fn opening(sources: &Sources<'_>) -> Vec<Proposed> {
    let wanted = [
        ("welcome", ItemKind::Welcome, "Welcome and apologies", 3),
        ("interests", ItemKind::Interests, "Declarations of interest", 2),
    ];
    // Some boards take welcome, apologies and interests as one item.
    let says = |word: &str| sources.items.iter().any(|item| item.title.to_lowercase().contains(word));
    let missing = wanted.into_iter().filter(|(_, kind, ..)| {
        item_of(sources, *kind).is_none() && !(*kind == ItemKind::Interests && says("interest"))
    });
    missing
        .map(|(key, kind, title, minutes)| Proposed {
            lead_id: sources.meeting.chair_id,
            ..begin(
                key.into(),
                ProposedFrom::Opening,
                formal(title, kind, minutes),
                "Every meeting begins with it.",
            )
        })
        .collect()
}

fn formal(title: &str, kind: ItemKind, minutes: i64) -> TemplateLine {
    TemplateLine {
        title: title.into(),
        kind,
        purpose: Purpose::Business,
        presenting_minutes: 0,
        discussing_minutes: minutes,
        presented_by: Speaker::Councillor,
        lead_words: String::new(),
    }
}

/// Why a line is there reads as a sentence, whoever's words end it.
fn sentence(mut why: String) -> String {
    why.truncate(why.trim_end().len());
    if !why.ends_with(['.', '!', '?', '”']) {
        why.push('.');
    }
    why
}

fn begin(key: String, from: ProposedFrom, line: TemplateLine, why: impl Into<String>) -> Proposed {
    Proposed {
        key,
        from,
        words: line.title.clone(),
        line,
        why: sentence(why.into()),
        chosen: true,
        into: None,
        lead_id: None,
        lead_words: String::new(),
        summary: String::new(),
        questions: vec![],
        offers: vec![],
        voices: vec![],
        promises: vec![],
        actions: vec![],
        reality_checks: vec![],
        requests: vec![],
        minutes_of_id: None,
        again: None,
        topic_id: None,
        standing_report_id: None,
        private: false,
    }
}

/// The item of this kind that is on the agenda and open.
fn item_of<'a>(sources: &'a Sources<'_>, kind: ItemKind) -> Option<&'a AgendaItem> {
    sources.items.iter().find(|item| item.kind == kind && item.access.is_open())
}

fn theme_name(sources: &Sources<'_>, id: ThemeId) -> String {
    sources.themes.iter().find(|theme| theme.id == id).map_or_else(String::new, |theme| theme.name.clone())
}

fn champion(sources: &Sources<'_>, theme: ThemeId) -> Option<PersonId> {
    sources.champions.iter().find(|(id, ..)| *id == theme).and_then(|(_, councillor, _)| *councillor)
}

fn officer(sources: &Sources<'_>, theme: ThemeId) -> Option<PersonId> {
    sources.champions.iter().find(|(id, ..)| *id == theme).and_then(|(.., officer)| *officer)
}

#[cfg(test)]
mod tests;
