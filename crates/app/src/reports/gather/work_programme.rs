//! The work programme of one academic year.

use chrono::{NaiveDate, NaiveDateTime};
use pledgeboard_documents::{
    block::Document,
    calendar::Calendar,
    content::work_programme::{self, DueReport, PlannedMeeting, PlannedTopic, WorkProgrammeInput},
};
use pledgeboard_domain::{
    Anchor, Audience, Board, HalfTerm, Person, Role, StandingReport, Theme, Topic,
    academic_year::AcademicYear,
    half_term::{academic_year_on, half_term_on},
    programme::{reports_due, taken},
};
use pledgeboard_store::{Arg, Reading};

use super::Source;
use crate::{
    error::Outcome,
    meetings::programme::{agendas_of, author, meetings_of},
    reports::ReportRequest,
};

impl Source for WorkProgrammeInput {
    fn build(&self, audience: Audience) -> Document {
        work_programme::build(self, audience)
    }

    fn board(&self) -> &Board {
        &self.board
    }

    fn when(&self, _today: NaiveDate) -> Option<String> {
        Some(self.year.to_string().replace('/', "-"))
    }

    fn calendar(&self, audience: Audience, made: NaiveDateTime) -> Option<Calendar> {
        Some(work_programme::calendar(self, audience, made))
    }

    fn rows(&self, audience: Audience) -> Option<Vec<Vec<String>>> {
        Some(work_programme::rows(self, audience))
    }
}

pub(super) async fn gather(
    read: &mut Reading,
    request: &ReportRequest,
    today: NaiveDate,
) -> Outcome<WorkProgrammeInput> {
    let all = read.all::<HalfTerm>().await?;
    let year = request.year.map_or_else(|| academic_year_on(today, &all), AcademicYear);
    let mut half_terms: Vec<HalfTerm> = all.iter().filter(|it| it.academic_year == year.0).cloned().collect();
    half_terms.sort_by_key(|it| it.term);
    let of_year = Arg::Integer(year.0.into());
    let topics = read.find::<Topic>("t.academic_year = $1", std::slice::from_ref(&of_year)).await?;
    let anchors = read.find::<Anchor>("t.academic_year = $1", std::slice::from_ref(&of_year)).await?;
    let (items, having) = agendas_of(read, of_year).await?;
    let reports = read.all::<StandingReport>().await?;
    let people = read.all::<Person>().await?;
    let themes = read.all::<Theme>().await?;
    let due = half_terms.last().map(|last| reports_due(last, &reports, &topics, &all)).unwrap_or_default();
    let due = due
        .into_iter()
        .map(|it| DueReport {
            id: it.report.id,
            title: it.report.title.clone(),
            author: author(it.report, &people),
            when: it.report.due_words(),
            half_term: it.half_term,
        })
        .collect();
    let chair = people.iter().find(|it| it.roles.contains(&Role::Chair) && !it.has_left(today));
    let meetings = meetings_of(read, &half_terms).await?.into_iter().filter_map(|it| {
        let half_term = half_term_on(it.date, &half_terms)?.id;
        Some(PlannedMeeting { id: it.id, half_term, date: it.date, title: it.title })
    });
    let meetings = meetings.collect();
    Ok(WorkProgrammeInput {
        board: read.board().await?,
        year,
        chair: chair.map(Person::printed_name).unwrap_or_default(),
        meetings,
        topics: topics
            .into_iter()
            .map(|topic| PlannedTopic {
                theme: themes
                    .iter()
                    .find(|it| Some(it.id) == topic.theme_id)
                    .map(|it| it.name.clone())
                    .unwrap_or_default(),
                author: reports
                    .iter()
                    .find(|it| Some(it.id) == topic.standing_report_id)
                    .map(|it| author(it, &people))
                    .unwrap_or_default(),
                taken: taken(topic.id, &items, &having),
                topic,
            })
            .collect(),
        due,
        anchors,
        half_terms,
    })
}
