//! One self-assessment, beside the one before it.

use chrono::{Datelike, NaiveDate};
use pledgeboard_documents::{
    block::Document,
    content::assessment::{self, AssessmentInput},
};
use pledgeboard_domain::{
    Action, Assessment, Audience, Board, Code, Meeting, Refusal,
    id::{ActionId, AssessmentId},
};
use pledgeboard_store::Reading;

use super::{Source, actions::Inherited};
use crate::{error::Outcome, reports::ReportRequest};

impl Source for AssessmentInput {
    fn build(&self, _: Audience) -> Document {
        assessment::build(self)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn day(&self, _: NaiveDate) -> Option<NaiveDate> {
        Some(self.assessment.on)
    }
}

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<AssessmentInput> {
    let all = read.all::<Assessment>().await?;
    let assessment = the_one(&all, request.assessment_id, request.year)?.clone();
    let observed = match assessment.observed_id {
        Some(id) => read.get::<Meeting>(id).await?,
        None => None,
    };
    let names = super::names(read).await?;
    let inherited = Inherited::read(read).await?;
    let mut actions = read.all::<Action>().await?;
    actions.retain(|it| assessment.actions.contains(&it.id));
    let place = |id: ActionId| assessment.actions.iter().position(|own| *own == id);
    actions.sort_by_key(|it| place(it.id));
    Ok(AssessmentInput {
        board: read.board().await?,
        today,
        last: assessment.last(&all).cloned(),
        observed_on: observed.map(|meeting| meeting.date),
        actions: actions.into_iter().map(|action| inherited.line(action, &names)).collect(),
        assessment,
    })
}

/// The one that was asked for, or the newest, or the newest of a calendar year.
fn the_one(all: &[Assessment], id: Option<AssessmentId>, year: Option<i32>) -> Result<&Assessment, Refusal> {
    if let Some(id) = id {
        return all.iter().find(|it| it.id == id).ok_or_else(|| Refusal::not_found("self-assessment"));
    }
    let newest = all.iter().filter(|it| year.is_none_or(|year| it.on.year() == year)).max_by_key(|it| it.on);
    newest.ok_or_else(|| {
        let message = match year {
            Some(year) if !all.is_empty() => {
                format!("There is no self-assessment of {year}. Choose another year.")
            }
            _ => "No self-assessment has been begun yet. Begin one under Board.".to_owned(),
        };
        Refusal { code: Code::NotFound, field: Some("year"), message }
    })
}
