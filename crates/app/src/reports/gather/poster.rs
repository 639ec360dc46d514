//! "You said, we did", for the wall.

use chrono::{Months, NaiveDate};
use pledgeboard_documents::{
    DocumentError,
    block::Document,
    content::{
        AnsweredVoice,
        poster::{self, PosterInput},
    },
};
use pledgeboard_domain::{Audience, Board, StrategyPeriod, wording};
use pledgeboard_store::Reading;

use super::{Source, answered, child_promises};
use crate::{
    error::Outcome,
    reports::{PlainWords, ReportRequest, plain_words},
};

impl Source for PosterInput {
    fn build(&self, audience: Audience) -> Document {
        poster::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    /// As much as one page holds.
    fn parts(&self, _audience: Audience) -> Result<Vec<Document>, DocumentError> {
        Ok(vec![poster::fitted(self)?.document])
    }

    fn plain_words(&self) -> Vec<PlainWords> {
        plain_words::promises::poster(self)
    }

    fn answered(&self) -> &[AnsweredVoice] {
        &self.answered
    }

    fn notes(&self) -> Vec<String> {
        let left_out = poster::fitted(self).map_or(0, |poster| poster.left_out);
        match u64::try_from(left_out).unwrap_or(u64::MAX) {
            0 => vec![],
            some => {
                let things = wording::count(some, "thing", "things");
                vec![format!("{things} more would not fit on one page. The latest deeds come first.")]
            }
        }
    }
}

/// What was answered longer ago than this hung on the wall before.
const A_YEAR: Months = Months::new(12);

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<PosterInput> {
    let since = request.answered_since.or_else(|| today.checked_sub_months(A_YEAR)).unwrap_or(today);
    let promises = match child_promises::period(read.all::<StrategyPeriod>().await?, today) {
        Some(period) => child_promises::promises(read, &period, today).await?,
        None => vec![],
    };
    Ok(PosterInput {
        board: read.board().await?,
        today,
        answered: answered::between(read, since, today).await?,
        promises,
    })
}
