//! The board's self-assessments: begun with the last one's statements, judged one by one, compared with the last.

use std::cmp::Reverse;

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, ActionState, AgendaItem, Assessment, Meeting, Refusal,
    assessment::SinceLast,
    id::{ActionId, AssessmentId, MeetingId},
};
use pledgeboard_store::Reading;
use serde::{Deserialize, Serialize};

use crate::{
    command::Nothing,
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FindAssessment {
    /// None: the newest.
    pub id: Option<AssessmentId>,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveAssessment {
    pub id: AssessmentId,
    pub version: i64,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AssessmentsPage {
    /// The newest first.
    pub all: Vec<AssessmentLine>,
    pub shown: Option<AssessmentView>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AssessmentLine {
    pub id: AssessmentId,
    pub on: NaiveDate,
    pub judged: usize,
    pub statements: usize,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AssessmentView {
    pub assessment: Assessment,
    pub judged: usize,
    pub statements: usize,
    /// How many are called true while nobody wrote down what shows it.
    pub unshown: usize,
    /// The day of the one before.
    pub last_on: Option<NaiveDate>,
    /// When the board looks at it again.
    pub look_again: NaiveDate,
    /// For each statement of each part, how it compares with the one before.
    pub changes: Vec<Vec<Option<SinceLast>>>,
    /// Meetings that were held, to choose the one that was watched; the newest first.
    pub meetings: Vec<ObservableMeeting>,
    /// Actions that the board has not closed, and those that stand here already.
    pub actions: Vec<ChoosableAction>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ObservableMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
    /// Empty where it has none of its own.
    pub title: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChoosableAction {
    pub id: ActionId,
    /// "A26-014".
    pub reference: String,
    /// Empty where it was born of an item that is not open: a self-assessment names no such thing.
    pub words: String,
    pub state: ActionState,
}

pub(super) async fn show(cx: &Context, request: FindAssessment) -> Outcome<AssessmentsPage> {
    let mut read = cx.read().await?;
    let mut all = read.all::<Assessment>().await?;
    all.sort_by_key(|it| Reverse(it.on));
    let shown = match request.id {
        Some(id) => {
            Some(all.iter().find(|it| it.id == id).ok_or_else(|| Refusal::not_found("self-assessment"))?)
        }
        None => all.first(),
    };
    let shown = match shown {
        Some(assessment) => Some(view(&mut read, assessment, assessment.last(&all)).await?),
        None => None,
    };
    let line = |it: &Assessment| AssessmentLine {
        id: it.id,
        on: it.on,
        judged: it.judged(),
        statements: it.statements().count(),
    };
    Ok(AssessmentsPage { all: all.iter().map(line).collect(), shown })
}

async fn view(
    read: &mut Reading,
    assessment: &Assessment,
    last: Option<&Assessment>,
) -> Outcome<AssessmentView> {
    let changes = assessment.modules.iter().map(|module| {
        let change = |it: &pledgeboard_domain::AssessedStatement| last.and_then(|last| it.change_since(last));
        module.statements.iter().map(change).collect()
    });
    let mut meetings = read.all::<Meeting>().await?;
    meetings.retain(|meeting| meeting.state.was_held());
    let closed = read.find::<AgendaItem>("t.access <> 'open'", &[]).await?;
    let mut actions = read.all::<Action>().await?;
    actions.retain(|it| it.is_live() || assessment.actions.contains(&it.id));
    let action = |it: Action| {
        let open = !closed.iter().any(|item| Some(item.id) == it.agenda_item_id);
        ChoosableAction {
            id: it.id,
            words: if open { it.text } else { String::new() },
            reference: it.reference,
            state: it.state,
        }
    };
    Ok(AssessmentView {
        judged: assessment.judged(),
        statements: assessment.statements().count(),
        unshown: assessment.unshown(),
        last_on: last.map(|last| last.on),
        look_again: assessment.look_again(),
        changes: changes.collect(),
        meetings: meetings
            .into_iter()
            .rev()
            .map(|meeting| ObservableMeeting { id: meeting.id, date: meeting.date, title: meeting.title })
            .collect(),
        actions: actions.into_iter().map(action).collect(),
        assessment: assessment.clone(),
    })
}

/// With the last one's statements, or the usual ones.
pub(super) async fn begin(cx: &Context, _: Nothing) -> Outcome<Written<AssessmentId>> {
    let mut write = cx.write("begin a self-assessment").await?;
    let all = write.all::<Assessment>().await?;
    let last = all.iter().max_by_key(|it| it.on);
    let mut assessment = Assessment::begin(cx.new_id(), cx.today(), last);
    assessment.check_beside(&all)?;
    write.insert(&mut assessment).await?;
    cx.done(write, assessment.id).await
}

pub(super) async fn save(cx: &Context, mut assessment: Assessment) -> Outcome<Written<Assessment>> {
    assessment.check(cx.today())?;
    let mut write = cx.write("change the self-assessment").await?;
    assessment.check_beside(&write.all::<Assessment>().await?)?;
    if let Some(id) = assessment.observed_id
        && !write.one::<Meeting>(id).await?.state.was_held()
    {
        let message = "This meeting has not been held yet. Choose one that was.";
        return Err(Refusal::field("observed_id", message).into());
    }
    write.update(&mut assessment).await?;
    cx.done(write, assessment).await
}

pub(super) async fn remove(cx: &Context, request: RemoveAssessment) -> Outcome<Written<Nothing>> {
    let mut write = cx.write("take a self-assessment out").await?;
    let mut assessment = write.one::<Assessment>(request.id).await?;
    assessment.version = request.version;
    write.delete(&assessment).await?;
    cx.done(write, Nothing {}).await
}
