//! The annual report: a reporting year, as it ended or as it stands.

use std::collections::HashSet;

use chrono::NaiveDate;
use pledgeboard_documents::{
    block::Document,
    content::annual_report::{self, AnnualReportInput, Heard},
};
use pledgeboard_domain::{
    Action, Answer, Attendance, Audience, Board, Event, HalfTerm, Meeting, Refusal, Voice,
    academic_year::ReportingYear,
    id::{AnnualReportId, VoiceId},
};
use pledgeboard_store::{Arg, Reading};
use uuid::Uuid;

use super::{Source, actions::Inherited, answered, child_promises};
use crate::{
    error::Outcome,
    reports::{ReportRequest, annual},
};

impl Source for AnnualReportInput {
    fn build(&self, _: Audience) -> Document {
        annual_report::build(self)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn day(&self, _: NaiveDate) -> Option<NaiveDate> {
        Some(self.until)
    }
}

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<AnnualReportInput> {
    let year = request.year.map_or_else(|| annual::usual_year(today), ReportingYear);
    if year.starts() > today {
        return Err(Refusal::field("year", "This year has not begun. Choose an earlier one.").into());
    }
    let (from, until) = (year.starts(), year.ends().min(today));
    let span = [Arg::Date(from), Arg::Date(until)];
    let mut meetings = read.find::<Meeting>("t.date BETWEEN $1 AND $2", &span).await?;
    meetings.retain(|meeting| meeting.state.was_held());
    let came = read
        .find::<Attendance>("t.meeting_id IN (SELECT id FROM meeting WHERE date BETWEEN $1 AND $2)", &span)
        .await?;
    let mut events = read.find::<Event>("t.date BETWEEN $1 AND $2", &span).await?;
    events.retain(|event| event.held);
    let names = super::names(read).await?;
    let inherited = Inherited::read(read).await?;
    let actions = read.all::<Action>().await?;
    Ok(AnnualReportInput {
        board: read.board().await?,
        written: annual::written(read, year, AnnualReportId(Uuid::nil())).await?,
        people: read.all().await?,
        seats: read.all().await?,
        terms: read.all().await?,
        themes: read.all().await?,
        heard: heard(read, &span, until).await?,
        answered: answered::between(read, from, until).await?,
        promises: child_promises::of_day(read, until).await?,
        half_terms: read.all::<HalfTerm>().await?,
        meetings: meetings
            .into_iter()
            .map(|meeting| {
                let own = came.iter().filter(|it| it.meeting_id == meeting.id).cloned().collect();
                (meeting, own)
            })
            .collect(),
        actions: actions.into_iter().map(|action| inherited.line(action, &names)).collect(),
        events,
        year,
        until,
    })
}

/// Of the voices that were shared with the board: how many were heard, and what became of them by the last day.
async fn heard(read: &mut Reading, span: &[Arg], until: NaiveDate) -> Outcome<Heard> {
    let mut voices = read.find::<Voice>("t.heard_on BETWEEN $1 AND $2", span).await?;
    voices.retain(|voice| voice.may_be_printed_for(Audience::Members));
    let theirs = "t.voice_id IN (SELECT v.id FROM voice AS v WHERE v.heard_on BETWEEN $1 AND $2)";
    let answers = read.find::<Answer>(theirs, span).await?;
    let count = |wanted: &dyn Fn(&Answer) -> bool| {
        let of: HashSet<VoiceId> = answers.iter().filter(|it| wanted(it)).map(|it| it.voice_id).collect();
        u32::try_from(voices.iter().filter(|voice| of.contains(&voice.id)).count()).unwrap_or(u32::MAX)
    };
    Ok(Heard {
        heard: u32::try_from(voices.len()).unwrap_or(u32::MAX),
        answered: count(&|it| it.answered_on <= until),
        told: count(&|it| it.told_on.is_some_and(|day| day <= until)),
    })
}
