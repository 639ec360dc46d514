//! The reports that come every year.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Refusal, StandingReport,
    id::{PersonId, StandingReportId},
    programme::USUAL_REPORTS,
};
use serde::{Deserialize, Serialize};

use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
};

/// A standing report as its form has it, new or not.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveStandingReport {
    /// None for a new one.
    pub report_id: Option<StandingReportId>,
    /// As it was read; 0 for a new one.
    pub version: i64,
    pub title: String,
    pub author_id: Option<PersonId>,
    pub author_words: String,
    /// 1 to 12; none while nobody chose.
    pub month: Option<i64>,
    pub must_cover: String,
}

/// Says that a report comes no more, or with no day that it comes again.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RetireReport {
    pub report_id: StandingReportId,
    pub version: i64,
    pub on: Option<NaiveDate>,
}

pub(crate) async fn save(cx: &Context, request: SaveStandingReport) -> Outcome<Written<StandingReportId>> {
    let Some(month) = request.month else {
        return Err(Refusal::field("month", "Choose the month in which it usually comes.").into());
    };
    let name = if request.report_id.is_some() { "change a standing report" } else { "add a standing report" };
    let mut write = cx.write(name).await?;
    let retired_on = match request.report_id {
        Some(id) => write.one::<StandingReport>(id).await?.retired_on,
        None => None,
    };
    let mut report = StandingReport {
        id: request.report_id.unwrap_or_else(|| cx.new_id()),
        version: request.version,
        title: request.title.trim().into(),
        author_id: request.author_id,
        author_words: request.author_words.trim().into(),
        month,
        must_cover: request.must_cover.trim().into(),
        retired_on,
    };
    report.check()?;
    match request.report_id {
        None => write.insert(&mut report).await?,
        Some(_) => write.update(&mut report).await?,
    }
    cx.done(write, report.id).await
}

pub(crate) async fn retire(cx: &Context, request: RetireReport) -> Outcome<Written<StandingReportId>> {
    let name = match request.on {
        Some(_) => "retire a standing report",
        None => "bring a standing report back",
    };
    let mut write = cx.write(name).await?;
    let stored = write.one::<StandingReport>(request.report_id).await?;
    let mut report = StandingReport { version: request.version, retired_on: request.on, ..stored };
    write.update(&mut report).await?;
    cx.done(write, report.id).await
}

/// The reports that most boards have, without those that are there; answers how many came in.
pub(crate) async fn add_usual(cx: &Context, _: Nothing) -> Outcome<Written<u32>> {
    let mut write = cx.write("add the usual standing reports").await?;
    let there = write.all::<StandingReport>().await?;
    let missing = USUAL_REPORTS.iter().filter(|usual| !there.iter().any(|it| it.title == usual.title));
    let mut added = 0;
    for usual in missing {
        let mut report = StandingReport {
            id: cx.new_id(),
            version: 0,
            title: usual.title.into(),
            author_id: None,
            author_words: usual.author.into(),
            month: usual.month,
            must_cover: usual.must_cover.into(),
            retired_on: None,
        };
        write.insert(&mut report).await?;
        added += 1;
    }
    if added == 0 {
        return Err(Refusal::rule("The usual reports are all there already.").into());
    }
    cx.done(write, added).await
}
