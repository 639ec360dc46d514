//! What is past its years, found in the records.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Paper, RetentionRule,
    retention::{Due, RetentionRecords, due},
};
use pledgeboard_store::Reading;

use super::KeptLine;
use crate::error::Outcome;

/// All that is past its years by these rules. Quick without a rule.
pub async fn find(read: &mut Reading, rules: &[RetentionRule], today: NaiveDate) -> Outcome<Vec<Due>> {
    if rules.is_empty() {
        return Ok(vec![]);
    }
    let emptied = read.emptied_files().await?;
    let mut papers = read.all::<Paper>().await?;
    papers.retain(|paper| !emptied.contains(&paper.hash));
    Ok(due(
        today,
        rules,
        RetentionRecords {
            voices: &read.all().await?,
            answers: &read.all().await?,
            events: &read.all().await?,
            reality_checks: &read.all().await?,
            requests: &read.all().await?,
            people: &read.all().await?,
            papers: &papers,
            items: &read.all().await?,
            meetings: &read.all().await?,
        },
    ))
}

/// As the page lists it.
pub(super) fn line(due: &Due) -> KeptLine {
    KeptLine {
        record: due.place.record,
        called: due.called.clone(),
        since: due.since,
        held: due.held.map(str::to_owned),
    }
}
