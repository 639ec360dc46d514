//! What children told us: the voices that wait for an answer, one line to a theme, all into one item.

use super::{Proposed, ProposedFrom, Sources, begin, champion, item_of, theme_name};
use crate::{
    agenda_item::{ItemKind, Purpose, TemplateLine},
    id::{ThemeId, VoiceId},
    running_clock::Speaker,
    voice::Voice,
    wording,
};

/// Voices of other themes are ticked when one has waited this many days: about a half-term.
const LONG_WAIT: i64 = 42;
/// No item can do justice to more at once; the oldest come first, the others next time.
const MOST_OF_A_THEME: usize = 12;

pub(super) fn voices(sources: &Sources<'_>) -> Vec<Proposed> {
    let there: Vec<VoiceId> = sources.items.iter().flat_map(|item| item.voices.iter().copied()).collect();
    let waiting = || sources.unanswered.iter().filter(|voice| !there.contains(&voice.id));
    let mut themes: Vec<ThemeId> = vec![];
    for voice in waiting() {
        if !themes.contains(&voice.theme_id) {
            themes.push(voice.theme_id);
        }
    }
    themes.sort_by_key(|theme| {
        let of_meeting = sources.meeting.themes.iter().position(|id| id == theme).unwrap_or(usize::MAX);
        (of_meeting, oldest(waiting().filter(|voice| voice.theme_id == *theme)))
    });
    let into = item_of(sources, ItemKind::ChildrenTold);
    let first = themes.first().copied();
    let line = |theme: ThemeId| {
        let mut heard: Vec<&Voice> = waiting().filter(|voice| voice.theme_id == theme).collect();
        heard.sort_by_key(|voice| (voice.heard_on, voice.id));
        let since = heard.first().map_or(sources.today, |voice| voice.heard_on);
        let name = theme_name(sources, theme);
        let waits = match wording::waited(since, sources.today).as_str() {
            "today" => "heard today".to_owned(),
            time if heard.len() == 1 => format!("waiting for {time}"),
            time => format!("the oldest for {time}"),
        };
        let count = wording::count(heard.len() as u64, "voice is", "voices are");
        let of_meeting = sources.meeting.themes.contains(&theme);
        let left = heard.len().saturating_sub(MOST_OF_A_THEME);
        let rest = if left > 0 { format!("; the {MOST_OF_A_THEME} oldest go on") } else { String::new() };
        Proposed {
            words: name,
            chosen: of_meeting
                || sources.meeting.themes.is_empty()
                || (sources.today - since).num_days() >= LONG_WAIT,
            into: into.map(|item| item.id),
            lead_id: first.and_then(|theme| champion(sources, theme)),
            voices: heard.iter().take(MOST_OF_A_THEME).map(|voice| voice.id).collect(),
            ..begin(
                format!("voices:{theme}"),
                ProposedFrom::Voices,
                told(),
                format!("{count} without an answer, {waits}{rest}."),
            )
        }
    };
    themes.into_iter().map(line).collect()
}

fn told() -> TemplateLine {
    TemplateLine {
        title: "What children told us".into(),
        kind: ItemKind::ChildrenTold,
        purpose: Purpose::Listen,
        presenting_minutes: 10,
        discussing_minutes: 20,
        presented_by: Speaker::YoungPeople,
        lead_words: String::new(),
    }
}

fn oldest<'a>(voices: impl Iterator<Item = &'a Voice>) -> Option<chrono::NaiveDate> {
    voices.map(|voice| voice.heard_on).min()
}
