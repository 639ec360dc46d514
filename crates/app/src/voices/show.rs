//! One voice, and its trail forward: what took it, what answers it, and when children were told.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, ActionState, Answer, AnswerPromise, Cohort, Commitment, Event, HalfTerm, Person, Promise, Theme,
    Voice,
    id::{ActionId, AgendaItemId, CommitmentId, EventId, PromiseId, VoiceId},
    promise::CommitmentState,
    voice::{AT_RISK, Became, became},
};
use pledgeboard_store::Reading;
use serde::{Deserialize, Serialize};

use super::{answers::seen_at, choices::Choice};
use crate::{context::Context, error::Outcome};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowVoice {
    pub id: VoiceId,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VoicePage {
    pub voice: Voice,
    pub theme: String,
    pub cohort: Option<String>,
    pub event: Option<EventName>,
    pub became: Became,
    pub waiting_days: i64,
    pub answer_by: Option<NaiveDate>,
    pub late: bool,
    /// By when the board promises itself to answer: "the end of the next half-term".
    pub promised: String,
    /// The item of a meeting, held or under way, at which the board had it before it; none when it has not seen it.
    pub seen_at: Option<AgendaItemId>,
    pub answers: Vec<AnswerStep>,
    pub at_risk: String,
    /// Live actions and current commitments that may answer it.
    pub actions: Vec<Choice<ActionId>>,
    pub commitments: Vec<Choice<CommitmentId>>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EventName {
    pub id: EventId,
    pub title: String,
    pub date: NaiveDate,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnswerStep {
    pub answer: Answer,
    pub answered_by: Option<String>,
    pub told_by: Option<String>,
    pub action: Option<ActionStep>,
    pub commitment: Option<CommitmentStep>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionStep {
    pub id: ActionId,
    pub reference: String,
    pub text: String,
    pub state: ActionState,
    pub done_plain: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CommitmentStep {
    pub id: CommitmentId,
    pub text: String,
    pub state: CommitmentState,
    pub promise: Option<PromiseName>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PromiseName {
    pub id: PromiseId,
    pub number: i64,
    pub title: String,
}

impl From<&Promise> for PromiseName {
    fn from(it: &Promise) -> Self {
        Self { id: it.id, number: it.number, title: it.title.clone() }
    }
}

pub(crate) async fn show(cx: &Context, request: ShowVoice) -> Outcome<VoicePage> {
    let mut read = cx.read().await?;
    let today = cx.today();
    let voice = read.one::<Voice>(request.id).await?;
    let answers = read.by::<Answer>("voice_id", voice.id).await?;
    let became = became(&answers.iter().collect::<Vec<_>>());
    let promise = AnswerPromise::of(&read.board().await?);
    let answer_by = promise.answer_by(voice.heard_on, &read.all::<HalfTerm>().await?);
    let promises = read.all::<Promise>().await?;
    let made = crate::promises::current(&mut read, today).await?;
    let commitments = read.all::<Commitment>().await?;
    let event = match voice.event_id {
        Some(id) => read.get::<Event>(id).await?,
        None => None,
    };
    let cohort = match voice.cohort_id {
        Some(id) => read.get::<Cohort>(id).await?.map(|it| it.name),
        None => None,
    };
    let mut actions = read.find::<Action>("t.state IN ('open', 'done')", &[]).await?;
    actions.sort_by_key(|it| std::cmp::Reverse(it.opened_on));
    let answers = steps(&mut read, answers, &promises, &commitments, today).await?;
    Ok(VoicePage {
        cohort,
        event: event.map(|it| EventName { id: it.id, title: it.title, date: it.date }),
        became,
        waiting_days: (today - voice.heard_on).num_days().max(0),
        late: became == Became::Waiting && answer_by.is_some_and(|day| day < today),
        answer_by,
        seen_at: seen_at(&mut read, voice.id, None).await?,
        promised: promise.words(),
        theme: read.one::<Theme>(voice.theme_id).await?.name,
        answers,
        at_risk: AT_RISK.into(),
        actions: actions
            .into_iter()
            .map(|it| Choice { value: it.id, label: format!("{} · {}", it.reference, it.text) })
            .collect(),
        commitments: offered(&made, &commitments),
        voice,
    })
}

async fn steps(
    read: &mut Reading,
    answers: Vec<Answer>,
    promises: &[Promise],
    commitments: &[Commitment],
    today: NaiveDate,
) -> Outcome<Vec<AnswerStep>> {
    let people = read.all::<Person>().await?;
    let name = |id| people.iter().find(|it| Some(it.id) == id).map(Person::printed_name);
    let mut steps = vec![];
    for answer in answers {
        let action = match answer.action_id {
            Some(id) => read.get::<Action>(id).await?,
            None => None,
        };
        let commitment = commitments.iter().find(|it| Some(it.id) == answer.commitment_id);
        steps.push(AnswerStep {
            answered_by: name(answer.answered_by),
            told_by: name(answer.told_by),
            action: action.map(|it| ActionStep {
                id: it.id,
                reference: it.reference,
                text: it.text,
                state: it.state,
                done_plain: it.done_plain,
            }),
            commitment: commitment.map(|it| CommitmentStep {
                id: it.id,
                text: it.text.clone(),
                state: it.state(today),
                promise: promises.iter().find(|promise| promise.id == it.promise_id).map(PromiseName::from),
            }),
            answer,
        });
    }
    Ok(steps)
}

fn offered(made: &[Promise], commitments: &[Commitment]) -> Vec<Choice<CommitmentId>> {
    made.iter()
        .flat_map(|promise| {
            let own = commitments.iter().filter(|it| it.promise_id == promise.id);
            own.map(|it| Choice { value: it.id, label: format!("Promise {} · {}", promise.number, it.text) })
        })
        .collect()
}
