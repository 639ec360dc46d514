//! The work programme of one year, as its screen shows it.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Anchor, HalfTerm, Meeting, Person, StandingReport, Topic, TopicState, WithScrutiny,
    academic_year::AcademicYear,
    half_term::{academic_year_on, half_term_on},
    id::{HalfTermId, MeetingId},
    programme::{reports_due, taken},
};
use pledgeboard_store::{Arg, Reading};
use serde::{Deserialize, Serialize};

use super::offered::agendas_of;
use crate::{
    context::Context,
    error::Outcome,
    meetings::year::{PersonChoice, ThemeChoice, YearHalfTerm, people, themes},
};

/// An academic year by its first calendar year; without one, the year of today.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowProgramme {
    pub academic_year: Option<i32>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProgrammeView {
    pub academic_year: i32,
    /// "2026/27".
    pub name: String,
    pub split: WithScrutiny,
    /// Who leads what, in words.
    pub terms: String,
    /// Whether the public may read a new topic unless somebody says otherwise.
    pub public_at_first: bool,
    pub half_terms: Vec<YearHalfTerm>,
    pub meetings: Vec<ProgrammeMeeting>,
    /// Dropped ones too.
    pub topics: Vec<TopicLine>,
    /// Standing reports that are no topic of this year.
    pub due: Vec<DueLine>,
    pub anchors: Vec<AnchorLine>,
    /// Every standing report, those that still come first.
    pub reports: Vec<StandingReportLine>,
    pub themes: Vec<ThemeChoice>,
    pub people: Vec<PersonChoice>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProgrammeMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
    pub title: String,
    pub half_term_id: Option<HalfTermId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TopicLine {
    pub topic: Topic,
    pub state: TopicState,
    /// The meeting whose agenda has it.
    pub meeting_id: Option<MeetingId>,
    pub meeting_on: Option<NaiveDate>,
    /// Who writes it, where it is a standing report.
    pub author: String,
    /// Why it stays where it is; none when it may move.
    pub stays: Option<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DueLine {
    pub report: StandingReport,
    pub author: String,
    /// "due each October".
    pub when: String,
    pub half_term_id: HalfTermId,
    /// Its half-term is over.
    pub late: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnchorLine {
    pub anchor: Anchor,
    /// None outside the half-terms entered.
    pub half_term_id: Option<HalfTermId>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StandingReportLine {
    pub report: StandingReport,
    pub author: String,
    pub when: String,
    pub retired: bool,
}

pub(crate) async fn show(cx: &Context, request: ShowProgramme) -> Outcome<ProgrammeView> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let board = read.board().await?;
    let all = read.all::<HalfTerm>().await?;
    let year = request.academic_year.map_or_else(|| academic_year_on(today, &all), AcademicYear);
    let mut half_terms: Vec<HalfTerm> = all.iter().filter(|it| it.academic_year == year.0).cloned().collect();
    half_terms.sort_by_key(|it| it.term);
    let of_year = Arg::Integer(year.0.into());
    let topics = read.find::<Topic>("t.academic_year = $1", std::slice::from_ref(&of_year)).await?;
    let anchors = read.find::<Anchor>("t.academic_year = $1", std::slice::from_ref(&of_year)).await?;
    let (items, having) = agendas_of(&mut read, of_year).await?;
    let reports = read.all::<StandingReport>().await?;
    let persons = read.all::<Person>().await?;
    let author = |report: &StandingReport| author(report, &persons);
    let due: Vec<DueLine> = match half_terms.last() {
        Some(last) => reports_due(last, &reports, &topics, &all),
        None => vec![],
    }
    .into_iter()
    .map(|it| DueLine {
        author: author(it.report),
        when: it.report.due_words(),
        half_term_id: it.half_term,
        late: half_terms.iter().any(|term| term.id == it.half_term && term.ends < today),
        report: it.report.clone(),
    })
    .collect();
    let mut lines: Vec<StandingReportLine> = reports
        .iter()
        .map(|it| StandingReportLine {
            author: author(it),
            when: it.due_words(),
            retired: !it.comes_on(today),
            report: it.clone(),
        })
        .collect();
    lines.sort_by_key(|it| (it.retired, (it.report.month + 3) % 12, it.report.id));
    let now = half_term_on(today, &half_terms).map(|it| it.id);
    Ok(ProgrammeView {
        academic_year: year.0,
        name: year.to_string(),
        terms: board.with_scrutiny.terms(),
        split: board.with_scrutiny,
        public_at_first: board.meets_in_public,
        meetings: meetings_of(&mut read, &half_terms)
            .await?
            .into_iter()
            .map(|it| ProgrammeMeeting {
                id: it.id,
                date: it.date,
                title: it.title,
                half_term_id: half_term_on(it.date, &half_terms).map(|it| it.id),
            })
            .collect(),
        topics: topics
            .into_iter()
            .map(|topic| {
                let taken = taken(topic.id, &items, &having);
                let report = reports.iter().find(|it| Some(it.id) == topic.standing_report_id);
                TopicLine {
                    state: topic.state(taken.as_ref()),
                    meeting_id: taken.map(|it| it.meeting_id),
                    meeting_on: taken.map(|it| it.on),
                    author: report.map(author).unwrap_or_default(),
                    stays: topic.may_move(taken.as_ref()).err().map(|it| it.message),
                    topic,
                }
            })
            .collect(),
        due,
        anchors: anchors
            .into_iter()
            .map(|anchor| AnchorLine { half_term_id: anchor.half_term(&half_terms).map(|it| it.id), anchor })
            .collect(),
        reports: lines,
        themes: themes(&mut read, today).await?,
        people: people(&mut read, today).await?,
        half_terms: half_terms.iter().map(|it| YearHalfTerm::of(it, now)).collect(),
    })
}

/// Who writes a standing report, as printed; empty where nobody is named.
pub(crate) fn author(report: &StandingReport, people: &[Person]) -> String {
    let person = people.iter().find(|it| Some(it.id) == report.author_id).map(Person::printed_name);
    person.unwrap_or_else(|| report.author_words.clone())
}

/// The meetings of a year's half-terms, with the holidays after them.
pub(crate) async fn meetings_of(read: &mut Reading, half_terms: &[HalfTerm]) -> Outcome<Vec<Meeting>> {
    let (Some(first), Some(last)) = (half_terms.first(), half_terms.last()) else { return Ok(vec![]) };
    let until = last.ends + chrono::Days::new(70);
    let span = [Arg::Date(first.starts), Arg::Date(until)];
    let mut found = read.find::<Meeting>("t.date >= $1 AND t.date <= $2", &span).await?;
    found.retain(|it| half_term_on(it.date, half_terms).is_some());
    Ok(found)
}
