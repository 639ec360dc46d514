//! A year's programme begun from the last one: its standing reports, what was not done, and its fixed points.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Anchor, HalfTerm, Refusal, StandingReport, Topic, TopicState,
    academic_year::AcademicYear,
    id::{StandingReportId, TopicId},
    programme::{next_year, taken, term_of_month, usual_anchors},
};
use pledgeboard_store::{Arg, Reading};
use serde::{Deserialize, Serialize};

use super::offered::{agendas_of, of_report};
use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LookAtYear {
    pub academic_year: i32,
}

/// What a year's programme would begin with.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct YearBeginning {
    pub academic_year: i32,
    /// "2027/28".
    pub name: String,
    /// The year before: "2026/27".
    pub last: String,
    /// Why it cannot begin yet; none when it can.
    pub not_yet: Option<String>,
    pub reports: Vec<ReportToCopy>,
    pub not_done: Vec<TopicToCarry>,
    pub anchors: Vec<AnchorToCopy>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportToCopy {
    pub id: StandingReportId,
    pub title: String,
    /// "due each October · Autumn 1".
    pub when: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TopicToCarry {
    pub id: TopicId,
    pub subject: String,
    /// "this board · planned for Summer 2".
    pub about: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnchorToCopy {
    pub title: String,
    pub starts: NaiveDate,
    pub ends: NaiveDate,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BeginYear {
    pub academic_year: i32,
    /// Each becomes a topic of the half-term of its month.
    pub reports: Vec<StandingReportId>,
    /// Not done last year: they go on, not yet placed in a half-term.
    pub topics: Vec<TopicId>,
    /// With last year's fixed points, a year later; or the usual ones.
    pub anchors: bool,
}

struct Last {
    half_terms: Vec<HalfTerm>,
    reports: Vec<StandingReport>,
    /// Last year's.
    topics: Vec<Topic>,
    not_done: Vec<Topic>,
    anchors: Vec<AnchorToCopy>,
    not_yet: Option<String>,
}

async fn last(read: &mut Reading, year: i32) -> Outcome<Last> {
    let of = |year: i32| [Arg::Integer(year.into())];
    let half_terms = read.all::<HalfTerm>().await?;
    let topics = read.find::<Topic>("t.academic_year = $1", &of(year - 1)).await?;
    let (items, meetings) = agendas_of(read, Arg::Integer((year - 1).into())).await?;
    let mut reports = read.all::<StandingReport>().await?;
    reports.retain(|it| it.comes_on(AcademicYear(year).starts()));
    reports.sort_by_key(|it| ((it.month + 3) % 12, it.id));
    // A report that comes every year comes anew; it is not carried as well.
    let comes_anew = |topic: &Topic| reports.iter().any(|report| topic.standing_report_id == Some(report.id));
    let not_done = topics
        .iter()
        .filter(|it| !comes_anew(it))
        .filter(|it| it.state(taken(it.id, &items, &meetings).as_ref()) == TopicState::Planned)
        .cloned()
        .collect();
    let mut anchors: Vec<AnchorToCopy> = read
        .find::<Anchor>("t.academic_year = $1", &of(year - 1))
        .await?
        .into_iter()
        .map(|it| {
            let (starts, ends) = next_year(it.starts, it.ends);
            AnchorToCopy { title: it.title, starts, ends }
        })
        .collect();
    if anchors.is_empty() {
        let usual = usual_anchors(year).into_iter();
        anchors =
            usual.map(|(title, starts, ends)| AnchorToCopy { title: title.into(), starts, ends }).collect();
    }
    let there = !read.find::<Topic>("t.academic_year = $1", &of(year)).await?.is_empty();
    let name = AcademicYear(year);
    let not_yet = if there {
        Some(format!("The work programme of {name} has topics already. Add to it instead."))
    } else if !half_terms.iter().any(|it| it.academic_year == year) {
        Some(format!("The half-terms of {name} are not entered yet. Add them in Settings first."))
    } else {
        None
    };
    Ok(Last { half_terms, reports, topics, not_done, anchors, not_yet })
}

pub(crate) async fn look(cx: &Context, request: LookAtYear) -> Outcome<YearBeginning> {
    let year = request.academic_year;
    let last = last(&mut cx.read().await?, year).await?;
    let when = |report: &StandingReport| {
        let term = term_of_month(report.month, year, &last.half_terms).map(|it| it.term.words());
        [Some(report.due_words().as_str()), term].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let about = |topic: &Topic| {
        let placed = last.half_terms.iter().find(|it| Some(it.id) == topic.half_term_id);
        let placed = placed.map_or("never placed".to_owned(), |it| format!("planned for {}", it.term));
        format!("{} · {placed}", topic.dealt_by)
    };
    Ok(YearBeginning {
        academic_year: year,
        name: AcademicYear(year).to_string(),
        last: AcademicYear(year - 1).to_string(),
        reports: last
            .reports
            .iter()
            .map(|it| ReportToCopy { id: it.id, title: it.title.clone(), when: when(it) })
            .collect(),
        not_done: last
            .not_done
            .iter()
            .map(|it| TopicToCarry { id: it.id, subject: it.subject.clone(), about: about(it) })
            .collect(),
        not_yet: last.not_yet,
        anchors: last.anchors,
    })
}

pub(crate) async fn begin(cx: &Context, request: BeginYear) -> Outcome<Written<i32>> {
    let year = request.academic_year;
    let mut write = cx.write(&format!("begin the work programme of {}", AcademicYear(year))).await?;
    let last = last(&mut write, year).await?;
    if let Some(not_yet) = last.not_yet {
        return Err(Refusal::rule(not_yet).into());
    }
    if request.reports.is_empty() && request.topics.is_empty() && !request.anchors {
        return Err(Refusal::field("reports", "Choose at least one line to begin with.").into());
    }
    let board = write.board().await?;
    for report in last.reports.iter().filter(|it| request.reports.contains(&it.id)) {
        let Some(at) = term_of_month(report.month, year, &last.half_terms) else { continue };
        let mut topic = of_report(cx, report, at, board.meets_in_public);
        // As last year's was, where there was one.
        if let Some(before) = last.topics.iter().find(|it| it.standing_report_id == Some(report.id)) {
            topic.why.clone_from(&before.why);
            topic.theme_id = before.theme_id;
            topic.tool = before.tool;
            topic.is_public = before.is_public;
            topic.dealt_by = before.dealt_by;
        }
        topic.check(&last.half_terms, &board.with_scrutiny)?;
        write.insert(&mut topic).await?;
    }
    for before in last.not_done.into_iter().filter(|it| request.topics.contains(&it.id)) {
        let mut topic =
            Topic { id: cx.new_id(), version: 0, academic_year: year, half_term_id: None, ..before.clone() };
        topic.check(&last.half_terms, &board.with_scrutiny)?;
        write.insert(&mut topic).await?;
        let mut before = before;
        before.dropped_reason = format!("Carried into {}.", AcademicYear(year));
        write.update(&mut before).await?;
    }
    if request.anchors {
        let there = write.find::<Anchor>("t.academic_year = $1", &[Arg::Integer(year.into())]).await?;
        let missing = last.anchors.into_iter().filter(|it| !there.iter().any(|has| has.title == it.title));
        for AnchorToCopy { title, starts, ends } in missing {
            let mut anchor = Anchor { id: cx.new_id(), version: 0, academic_year: year, title, starts, ends };
            anchor.check()?;
            write.insert(&mut anchor).await?;
        }
    }
    cx.done(write, year).await
}
