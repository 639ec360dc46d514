//! The voices of a span of time, with what became of each.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use pledgeboard_documents::{
    block::Document,
    content::voice_summary::{self, SummarisedVoice, VoiceSummaryInput},
};
use pledgeboard_domain::{
    Action, Answer, AnswerPromise, Audience, Board, Commitment, HalfTerm, Promise, Refusal, Theme, Voice,
    check::window_opens, id::VoiceId,
};
use pledgeboard_store::{Arg, Reading};

use super::Source;
use crate::{error::Outcome, reports::ReportRequest};

/// Where no half-terms are entered.
const USUAL_SPAN: Days = Days::new(120);

impl Source for VoiceSummaryInput {
    fn build(&self, audience: Audience) -> Document {
        voice_summary::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn day(&self, _: NaiveDate) -> Option<NaiveDate> {
        Some(self.to)
    }
}

/// From the first day asked for, or of the last two half-terms, to the last, or today.
pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<VoiceSummaryInput> {
    let board = read.board().await?;
    let half_terms = read.all::<HalfTerm>().await?;
    let to = request.to.unwrap_or(today);
    let usual =
        window_opens(to, &half_terms).unwrap_or_else(|| to.checked_sub_days(USUAL_SPAN).unwrap_or(to));
    let from = request.from.unwrap_or(usual);
    if to < from {
        return Err(Refusal::field("to", "The last day is before the first. Choose a later one.").into());
    }
    let span = [Arg::Date(from), Arg::Date(to)];
    let voices = read.find::<Voice>("t.heard_on BETWEEN $1 AND $2", &span).await?;
    let theirs = "t.voice_id IN (SELECT v.id FROM voice AS v WHERE v.heard_on BETWEEN $1 AND $2)";
    let mut answers: HashMap<VoiceId, Vec<Answer>> = HashMap::new();
    for answer in read.find::<Answer>(theirs, &span).await? {
        answers.entry(answer.voice_id).or_default().push(answer);
    }
    let answering = Answering {
        actions: read.find("t.id IN (SELECT action_id FROM answer)", &[]).await?,
        commitments: read.find("t.id IN (SELECT commitment_id FROM answer)", &[]).await?,
        promises: read.all().await?,
        called: board.promise_words().one_capital(),
    };
    let promised = AnswerPromise::of(&board);
    let late = |voice: &Voice| promised.answer_by(voice.heard_on, &half_terms).is_some_and(|day| day < today);
    let voices = voices
        .into_iter()
        .map(|voice| {
            let mut own = answers.remove(&voice.id).unwrap_or_default();
            own.sort_by_key(|answer| (answer.answered_on, answer.id));
            own.iter_mut().for_each(|answer| answering.fill(answer));
            SummarisedVoice {
                late: own.is_empty() && late(&voice),
                answered_by: own.last().map(|answer| answering.name(answer)).unwrap_or_default(),
                answers: own,
                voice,
            }
        })
        .collect();
    Ok(VoiceSummaryInput { themes: read.all::<Theme>().await?, board, from, to, voices })
}

/// What answers point to.
struct Answering {
    actions: Vec<Action>,
    commitments: Vec<Commitment>,
    promises: Vec<Promise>,
    /// "Promise".
    called: String,
}

impl Answering {
    fn action(&self, answer: &Answer) -> Option<&Action> {
        self.actions.iter().find(|it| Some(it.id) == answer.action_id)
    }

    fn commitment(&self, answer: &Answer) -> Option<&Commitment> {
        self.commitments.iter().find(|it| Some(it.id) == answer.commitment_id)
    }

    /// Where the answer says nothing of its own, the words of what answers it do: a board reads adults' words, too.
    fn fill(&self, answer: &mut Answer) {
        if !answer.plain_text.trim().is_empty() {
            return;
        }
        let of = |plain: &str, text: &str| {
            if plain.trim().is_empty() { text.to_owned() } else { plain.to_owned() }
        };
        let action = self.action(answer).map(|it| of(&it.plain_text, &it.text));
        let commitment = || self.commitment(answer).map(|it| of(&it.plain_text, &it.text));
        answer.plain_text = action.or_else(commitment).unwrap_or_default();
    }

    /// "A26-014", "Promise 2".
    fn name(&self, answer: &Answer) -> String {
        let promise = || {
            let commitment = self.commitment(answer)?;
            let promise = self.promises.iter().find(|it| it.id == commitment.promise_id)?;
            Some(format!("{} {}", self.called, promise.number))
        };
        self.action(answer).map(|it| it.reference.clone()).or_else(promise).unwrap_or_default()
    }
}
