//! Telling back: one answer, or what one visit told about several voices.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Answer, Refusal, ToldHow, Voice,
    id::{AnswerId, PersonId, VoiceId},
    voice::{Became, became},
    wording,
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TellBack {
    pub id: AnswerId,
    pub version: i64,
    pub told_on: NaiveDate,
    pub told_how: ToldHow,
    pub told_by: Option<PersonId>,
}

/// Records that children were told. Telling back is never undone, only corrected by a new answer (rule 10).
pub(crate) async fn tell(cx: &Context, request: TellBack) -> Outcome<Written<Answer>> {
    let mut write = cx.write("tell children the answer").await?;
    let mut answer = Answer { version: request.version, ..write.one::<Answer>(request.id).await? };
    answer.tell(request.told_on, request.told_how, request.told_by, cx.today())?;
    write.update(&mut answer).await?;
    write.cannot_be_undone();
    cx.done(write, answer).await
}

/// One visit, letter or report that told back several voices.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TellVoices {
    pub voices: Vec<VoiceId>,
    pub told_on: NaiveDate,
    pub told_how: ToldHow,
    pub told_by: Option<PersonId>,
}

/// Tells every answer of these voices that children have not heard; all of them, or none. Answers how many voices.
pub(crate) async fn tell_voices(cx: &Context, request: TellVoices) -> Outcome<Written<u32>> {
    if request.voices.is_empty() {
        return Err(Refusal::field("voices", "Tick the voices that were told back.").into());
    }
    let mut write = cx.write("tell children the answers").await?;
    let mut told = 0;
    for id in &request.voices {
        let voice = write.one::<Voice>(*id).await?;
        let answers = write.by::<Answer>("voice_id", voice.id).await?;
        if became(&answers.iter().collect::<Vec<_>>()) == Became::Waiting {
            let heard = wording::near_date(voice.heard_on, cx.today());
            return Err(Refusal::field(
                "voices",
                format!("The voice heard on {heard} has no answer yet. Answer it before children are told."),
            )
            .into());
        }
        let mut untold = answers.into_iter().filter(|answer| answer.told_on.is_none()).peekable();
        told += u32::from(untold.peek().is_some());
        for mut answer in untold {
            answer.tell(request.told_on, request.told_how, request.told_by, cx.today())?;
            write.update(&mut answer).await?;
        }
    }
    if told == 0 {
        return Err(Refusal::field("voices", "Children were told all of these answers already.").into());
    }
    write.cannot_be_undone();
    cx.done(write, told).await
}
