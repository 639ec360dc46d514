//! Our promises, by strategy period: the one that holds, or an earlier one as it ended.

use chrono::NaiveDate;
use pledgeboard_documents::{
    block::Document,
    content::our_promises::{self, OurPromisesInput},
};
use pledgeboard_domain::{Audience, Board, Code, Refusal, StrategyPeriod, wording};
use pledgeboard_store::Reading;

use super::{Source, child_promises};
use crate::{
    error::Outcome,
    reports::{PlainWords, ReportRequest, plain_words},
};

impl Source for OurPromisesInput {
    fn build(&self, audience: Audience) -> Document {
        our_promises::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.set.board
    }

    fn open_for_children(&self) -> Option<Document> {
        Some(our_promises::open_for_children(self))
    }

    fn plain_words(&self) -> Vec<PlainWords> {
        plain_words::promises::set(&self.set)
    }
}

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<OurPromisesInput> {
    let period = period(read, request).await?;
    let names = super::names(read).await?;
    Ok(OurPromisesInput { set: child_promises::set(read, period, today).await?, names })
}

/// The strategy asked for, by its id or its name.
async fn period(read: &mut Reading, request: &ReportRequest) -> Outcome<Option<StrategyPeriod>> {
    if let Some(id) = request.period_id {
        return Ok(Some(read.one::<StrategyPeriod>(id).await?));
    }
    let Some(name) = request.period_named.as_deref().map(str::trim) else { return Ok(None) };
    let mut all = read.all::<StrategyPeriod>().await?;
    match all.iter().position(|period| period.name.trim().eq_ignore_ascii_case(name)) {
        Some(at) => Ok(Some(all.swap_remove(at))),
        None => {
            let names: Vec<String> = all.iter().map(|period| format!("“{}”", period.name)).collect();
            let message = format!("There is no strategy “{name}”. Choose {}.", wording::either(&names));
            Err(Refusal { code: Code::NotFound, field: Some("period_named"), message }.into())
        }
    }
}
