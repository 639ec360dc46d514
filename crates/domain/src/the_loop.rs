//! The loop in five numbers: you said, we will, how will we know, we did, we told you (domain rule 11).
//!
//! Heard, answered, done and told count from the day of the last meeting on, because that is the day on which the
//! board closes actions; waiting and overdue count now; promises count all current ones.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    action::{Action, ActionState},
    answer_promise::AnswerPromise,
    half_term::HalfTerm,
    id::{PromiseId, VoiceId},
    meeting::Meeting,
    promise::{Measure, Promise},
    voice::{Answer, Voice},
};

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LoopNumbers {
    /// The day of the last meeting; none before the first.
    pub since: Option<NaiveDate>,
    /// You said: voices heard since.
    pub heard: u32,
    /// We will: voices answered since.
    pub answered: u32,
    /// Voices that have no answer now.
    pub waiting: u32,
    /// When the one that waits longest was heard.
    pub waiting_since: Option<NaiveDate>,
    /// Of those, voices that have waited longer than the board promises itself.
    pub late: u32,
    /// How will we know: current promises with a measure, of all current ones.
    pub measured: u32,
    pub promises: u32,
    /// We did: actions that the board closed since.
    pub done: u32,
    /// Actions overdue now.
    pub overdue: u32,
    /// We told you: voices whose answer was told back since.
    pub told: u32,
    /// Voices that are answered, and nobody has told the children yet.
    pub untold: u32,
}

/// What the numbers are counted from. More than is needed does no harm: every number looks at the dates itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct LoopRecords<'a> {
    /// Voices heard since the last meeting.
    pub voices: &'a [Voice],
    /// Voices without any answer.
    pub waiting: &'a [Voice],
    /// Answers given or told since the last meeting, those not yet told, and the others of their voices.
    pub answers: &'a [Answer],
    pub promises: &'a [Promise],
    pub measures: &'a [Measure],
    /// Actions that are open, and those closed since the last meeting.
    pub actions: &'a [Action],
    pub answer_promise: AnswerPromise,
    pub half_terms: &'a [HalfTerm],
}

/// The last meeting that was held by `today`.
#[must_use]
pub fn last_meeting(today: NaiveDate, meetings: &[Meeting]) -> Option<&Meeting> {
    meetings.iter().filter(|it| it.state.was_held() && it.date <= today).max_by_key(|it| it.date)
}

/// The next meeting: not held yet, today or later.
#[must_use]
pub fn next_meeting(today: NaiveDate, meetings: &[Meeting]) -> Option<&Meeting> {
    meetings
        .iter()
        .filter(|it| !it.state.was_held() && it.date >= today)
        .min_by_key(|it| (it.date, it.starts))
}

/// Counts the loop.
#[must_use]
pub fn loop_numbers(since: Option<NaiveDate>, today: NaiveDate, records: LoopRecords) -> LoopNumbers {
    let lately = |day: NaiveDate| since.is_none_or(|since| day >= since) && day <= today;
    let current: Vec<&Promise> =
        records.promises.iter().filter(|promise| promise.is_current(today)).collect();
    let measured: HashSet<PromiseId> = records.measures.iter().map(|measure| measure.promise_id).collect();
    // One telling is enough for a voice, however many answers it has.
    let told: HashSet<VoiceId> =
        records.answers.iter().filter(|answer| answer.told_on.is_some()).map(|it| it.voice_id).collect();
    LoopNumbers {
        since,
        heard: count(records.voices.iter().filter(|voice| lately(voice.heard_on))),
        answered: voices(records.answers.iter().filter(|answer| lately(answer.answered_on))),
        waiting: count(records.waiting.iter()),
        waiting_since: records.waiting.iter().map(|voice| voice.heard_on).min(),
        late: count(late(today, records).iter()),
        measured: count(current.iter().filter(|promise| measured.contains(&promise.id))),
        promises: count(current.iter()),
        done: count(
            records
                .actions
                .iter()
                .filter(|action| action.state == ActionState::Closed && action.closed_on.is_some_and(lately)),
        ),
        overdue: count(records.actions.iter().filter(|action| action.is_overdue(today))),
        told: voices(records.answers.iter().filter(|answer| answer.told_on.is_some_and(lately))),
        untold: voices(records.answers.iter().filter(|answer| !told.contains(&answer.voice_id))),
    }
}

/// Voices that wait, and whose answer was promised for a day that has passed; the longest waiting first.
#[must_use]
pub fn late<'a>(today: NaiveDate, records: LoopRecords<'a>) -> Vec<(&'a Voice, NaiveDate)> {
    let due = |voice: &'a Voice| {
        let by = records.answer_promise.answer_by(voice.heard_on, records.half_terms)?;
        (by < today).then_some((voice, by))
    };
    let mut late: Vec<_> = records.waiting.iter().filter_map(due).collect();
    late.sort_by_key(|(voice, _)| (voice.heard_on, voice.id));
    late
}

fn count<T>(found: impl Iterator<Item = T>) -> u32 {
    found.fold(0, |n, _| n + 1)
}

/// How many voices the answers belong to: one voice may have several.
fn voices<'a>(answers: impl Iterator<Item = &'a Answer>) -> u32 {
    count(answers.map(|answer| answer.voice_id).collect::<HashSet<_>>().into_iter())
}

#[cfg(test)]
mod tests;
