//! What of an away event is new, what has changed, and where the board says something else by now.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    file::{AwayCheck, AwayCohort, AwayEvent, AwayFacts, AwayTheme, AwayVoice, digest},
    form::AwayForm,
};
use crate::{
    event::{Event, RealityCheck},
    voice::Voice,
    wording,
};

crate::text_enum! {
    Change {
        New = "new" => "new",
        Same = "same" => "on the board already",
        /// Nobody touched it on the board since it came in.
        Changed = "changed" => "changed since it came in",
        /// Both the board and the away event changed it.
        Conflict = "conflict" => "different on the board",
        TakenBack = "taken_back" => "taken back on the board",
    }
}

crate::text_enum! {
    PartKind {
        Event = "event" => "the event",
        Voice = "voice" => "a voice",
        Check = "check" => "a reality check",
    }
}

/// One part of an away event against the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Part {
    pub id: Uuid,
    pub kind: PartKind,
    pub change: Change,
    /// Whether it is taken unless somebody says otherwise.
    pub take: bool,
    /// What it says; of a change only what differs, beside what the board says.
    pub fields: Vec<PartField>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PartField {
    pub label: String,
    pub away: String,
    /// What the board says; none when the part is not on it.
    pub board: Option<String>,
}

/// The board's records of the same event.
#[derive(Debug, Clone, Copy)]
pub struct OnBoard<'a> {
    pub event: Option<&'a Event>,
    pub voices: &'a [Voice],
    pub checks: &'a [RealityCheck],
    pub form: &'a AwayForm,
    pub themes: &'a [AwayTheme],
    pub cohorts: &'a [AwayCohort],
}

/// Every part of `said` against the board: the event first, then voices and reality checks in their order.
#[must_use]
pub fn compare(said: &AwayEvent, board: OnBoard<'_>) -> Vec<Part> {
    let words = Words { themes: board.themes, cohorts: board.cohorts };
    let mut parts = vec![part(
        (said.event.id.into(), PartKind::Event),
        &said.event,
        board.event.map(AwayFacts::of).as_ref(),
        board.form,
        |it| words.facts(it),
    )];
    for voice in &said.voices {
        let same_words = |other: &&Voice| plain(&other.words) == plain(&voice.words);
        let there = board.voices.iter().find(|it| it.id == voice.id);
        // The same words came another way: an e-mail and a file about one event.
        let twin = there.is_none() && board.voices.iter().any(|it| same_words(&it));
        let there = there.map(AwayVoice::of).or_else(|| twin.then(|| voice.clone()));
        parts.push(part((voice.id.into(), PartKind::Voice), voice, there.as_ref(), board.form, |it| {
            words.voice(it)
        }));
    }
    for check in &said.reality_checks {
        let there = board.checks.iter().find(|it| it.id == check.id).map(AwayCheck::of);
        parts.push(part((check.id.into(), PartKind::Check), check, there.as_ref(), board.form, check_words));
    }
    parts
}

fn part<T: PartialEq + Serialize>(
    (id, kind): (Uuid, PartKind),
    away: &T,
    board: Option<&T>,
    form: &AwayForm,
    words: impl Fn(&T) -> Vec<(&'static str, String)>,
) -> Part {
    let came_in = form.digest_of(id);
    let unchanged = came_in == Some(digest(away));
    let change = match board {
        None if came_in.is_some() => Change::TakenBack,
        None => Change::New,
        Some(board) if unchanged || board == away => Change::Same,
        Some(board) if came_in == Some(digest(board)) => Change::Changed,
        Some(_) => Change::Conflict,
    };
    let take = matches!(change, Change::New | Change::Changed);
    let theirs = board.map(&words);
    let fields = words(away)
        .into_iter()
        .enumerate()
        .map(|(at, (label, away))| PartField {
            label: label.into(),
            away,
            board: theirs.as_ref().and_then(|it| it.get(at)).map(|(_, words)| words.clone()),
        })
        .filter(|it| match change {
            Change::Changed | Change::Conflict => it.board.as_ref() != Some(&it.away),
            _ => !it.away.is_empty(),
        })
        .collect();
    Part { id, kind, change, take, fields }
}

fn plain(words: &str) -> String {
    super::labels::plain(words)
}

struct Words<'a> {
    themes: &'a [AwayTheme],
    cohorts: &'a [AwayCohort],
}

impl Words<'_> {
    fn theme(&self, id: crate::id::ThemeId) -> String {
        self.themes.iter().find(|it| it.id == id).map(|it| it.name.clone()).unwrap_or_default()
    }

    fn cohort(&self, id: Option<crate::id::CohortId>) -> Option<String> {
        self.cohorts.iter().find(|it| Some(it.id) == id).map(|it| it.name.clone())
    }

    fn facts(&self, it: &AwayFacts) -> Vec<(&'static str, String)> {
        let came = it.came.iter().map(|came| {
            let group = self.cohort(came.cohort_id).map(|name| format!(", {name}")).unwrap_or_default();
            format!("{} {}{group}", came.count, came.age_band)
        });
        vec![
            ("Title", it.title.clone()),
            ("Date", it.date.map(wording::date).unwrap_or_default()),
            ("Theme", self.theme(it.theme_id)),
            ("Kind", it.kind.to_string()),
            ("Place", it.place.clone()),
            ("Who came", came.collect::<Vec<_>>().join("; ")),
            ("In all", it.came_total.map(|total| total.to_string()).unwrap_or_default()),
            ("What happened", it.what_happened.clone()),
            ("What to take to the board", it.take_to_board.clone()),
        ]
    }

    fn voice(&self, it: &AwayVoice) -> Vec<(&'static str, String)> {
        let yes = |is: bool| if is { "yes".to_owned() } else { String::new() };
        vec![
            ("What they said", it.words.clone()),
            ("Theme", self.theme(it.theme_id)),
            ("Group", self.cohort(it.cohort_id).unwrap_or_default()),
            ("Age", it.age_band.map(|band| band.to_string()).unwrap_or_default()),
            ("May we share it?", it.share.to_string()),
            ("Sensitive", yes(it.sensitive)),
            ("A summary", yes(!it.is_quote)),
        ]
    }
}

fn check_words(it: &AwayCheck) -> Vec<(&'static str, String)> {
    vec![
        ("What a report or promise says", it.claim.clone()),
        ("Where it stands", it.stands_in.clone()),
        ("Is it true?", it.verdict.to_string()),
        ("What was seen", it.seen.clone()),
    ]
}
