//! What can be printed: the documents, and the meetings, events and themes to choose from.

use chrono::NaiveDate;
use pledgeboard_documents::content;
use pledgeboard_domain::{
    AgendaItem, Assessment, Assignment, Audience, Event, HalfTerm, Meeting, MeetingState, Person, Promise,
    PromiseWords, StrategyPeriod, Theme,
    academic_year::{AcademicYear, ReportingYear},
    half_term::academic_year_on,
    id::{AgendaItemId, AssessmentId, EventId, MeetingId, PersonId, StrategyPeriodId, ThemeId},
};
use pledgeboard_store::Reading;
use serde::Serialize;

use super::{
    ReportFormat, ReportKind, annual,
    gather::{champions, is_to_come, last_held, was_held},
    kind::Subject,
};
use crate::{Nothing, context::Context, error::Outcome};

/// The documents, and what each can be about.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportList {
    pub documents: Vec<ReportLine>,
    /// Newest first.
    pub meetings: Vec<PrintableMeeting>,
    /// Planned ones, the next first.
    pub events: Vec<PrintableEvent>,
    pub themes: Vec<PrintableTheme>,
    /// Those who link to a theme; the first is meant when nobody says.
    pub champions: Vec<PrintableChampion>,
    /// Strategy periods, the newest first.
    pub periods: Vec<PrintablePeriod>,
    /// Items of agendas to come, in their order.
    pub items: Vec<PrintableItem>,
    /// Reporting years in which the board has met, the newest first.
    pub years: Vec<PrintableYear>,
    /// Academic years with half-terms; the first is meant when nobody says: that of today.
    pub academic_years: Vec<PrintableYear>,
    /// The newest first; that is meant when nobody says.
    pub assessments: Vec<PrintableAssessment>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportLine {
    pub document: ReportKind,
    /// "action log".
    pub name: String,
    pub subject: Subject,
    /// The most careful first.
    pub audiences: Vec<Audience>,
    /// The first is the one when nobody says.
    pub formats: Vec<ReportFormat>,
    /// It tells voices that were answered since a day that can be chosen.
    pub answers: bool,
    /// The meeting that it is about when none is chosen.
    pub meeting_id: Option<MeetingId>,
    /// Why it cannot be made yet; none when it can.
    pub not_yet: Option<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrintableMeeting {
    pub id: MeetingId,
    pub date: NaiveDate,
    pub title: String,
    pub state: MeetingState,
    /// There is something to report of it.
    pub held: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrintableEvent {
    pub id: EventId,
    pub date: NaiveDate,
    pub title: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrintableTheme {
    pub id: ThemeId,
    pub name: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrintableChampion {
    pub id: PersonId,
    pub name: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrintablePeriod {
    pub id: StrategyPeriodId,
    pub name: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrintableItem {
    pub id: AgendaItemId,
    pub date: NaiveDate,
    /// The title that the public may read, with its number where it has one.
    pub title: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrintableAssessment {
    pub id: AssessmentId,
    pub on: NaiveDate,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrintableYear {
    pub year: i32,
    /// "2026/27".
    pub name: String,
}

pub(crate) async fn list(cx: &Context, _: Nothing) -> Outcome<ReportList> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let called = read.board().await?.promise_words();
    let meetings = read.all::<Meeting>().await?;
    let promised = !read.all::<Promise>().await?.is_empty();
    let mut events = read.find::<Event>("t.held = $1", &[pledgeboard_store::Arg::Flag(false)]).await?;
    events.retain(|event| event.date >= today);
    events.sort_by_key(|event| event.date);
    let mut themes = read.all::<Theme>().await?;
    let champions = named(&mut read, &themes, today).await?;
    themes.retain(|theme| theme.retired_on.is_none_or(|day| day > today));
    let mut periods = read.all::<StrategyPeriod>().await?;
    periods.sort_by_key(|period| std::cmp::Reverse(period.starts));
    let academic_years = academic_years(&read.all::<HalfTerm>().await?, today);
    let mut assessments = read.all::<Assessment>().await?;
    assessments.sort_by_key(|it| std::cmp::Reverse(it.on));
    let there = There {
        promised,
        linked: !champions.is_empty(),
        academic_year: !academic_years.is_empty(),
        assessed: !assessments.is_empty(),
    };
    Ok(ReportList {
        academic_years,
        assessments: assessments.into_iter().map(|it| PrintableAssessment { id: it.id, on: it.on }).collect(),
        periods: periods.into_iter().map(|it| PrintablePeriod { id: it.id, name: it.name }).collect(),
        items: items(&mut read, &meetings, today).await?,
        years: years(&meetings, today),
        documents: ReportKind::ALL.iter().map(|kind| line(*kind, &called, &meetings, there, today)).collect(),
        events: events
            .into_iter()
            .map(|event| PrintableEvent { id: event.id, date: event.date, title: event.title })
            .collect(),
        champions,
        themes: themes.into_iter().map(|theme| PrintableTheme { id: theme.id, name: theme.name }).collect(),
        meetings: meetings
            .into_iter()
            .rev()
            .map(|meeting| PrintableMeeting {
                held: was_held(&meeting),
                id: meeting.id,
                date: meeting.date,
                title: meeting.title,
                state: meeting.state,
            })
            .collect(),
    })
}

fn academic_years(half_terms: &[HalfTerm], today: NaiveDate) -> Vec<PrintableYear> {
    let mut years: Vec<AcademicYear> = half_terms.iter().map(|it| AcademicYear(it.academic_year)).collect();
    let now = academic_year_on(today, half_terms);
    years.sort_unstable_by_key(|it| (*it != now, std::cmp::Reverse(*it)));
    years.dedup();
    years.into_iter().map(|year| PrintableYear { year: year.0, name: year.to_string() }).collect()
}

/// What there is to print of.
#[derive(Clone, Copy)]
struct There {
    promised: bool,
    linked: bool,
    academic_year: bool,
    assessed: bool,
}

async fn named(read: &mut Reading, themes: &[Theme], today: NaiveDate) -> Outcome<Vec<PrintableChampion>> {
    let people = read.all::<Person>().await?;
    let found = champions(today, themes, &read.all::<Assignment>().await?);
    let name = |id| people.iter().find(|it| it.id == id).map(Person::printed_name);
    Ok(found.into_iter().filter_map(|id| Some(PrintableChampion { id, name: name(id)? })).collect())
}

/// Of every meeting to come, without those that nobody reports to.
async fn items(read: &mut Reading, meetings: &[Meeting], today: NaiveDate) -> Outcome<Vec<PrintableItem>> {
    let mut items = vec![];
    for meeting in meetings.iter().filter(|meeting| is_to_come(meeting, today)) {
        for item in read.by::<AgendaItem>("meeting_id", meeting.id).await? {
            if item.is_withdrawn() || content::children::is_procedure(item.kind) {
                continue;
            }
            let title = format!("{} {}", item.number, item.title_for_the_public()).trim().to_owned();
            items.push(PrintableItem { id: item.id, date: meeting.date, title });
        }
    }
    Ok(items)
}

fn years(meetings: &[Meeting], today: NaiveDate) -> Vec<PrintableYear> {
    let met = meetings.iter().filter(|it| was_held(it)).map(|it| ReportingYear::of(it.date));
    let mut years: Vec<ReportingYear> = met.chain([annual::usual_year(today)]).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    years.into_iter().map(|year| PrintableYear { year: year.0, name: year.to_string() }).collect()
}

fn line(
    document: ReportKind,
    called: &PromiseWords,
    meetings: &[Meeting],
    there: There,
    today: NaiveDate,
) -> ReportLine {
    let listing = document.listing();
    let meeting = match listing.subject {
        Subject::Meeting => {
            meetings.iter().find(|it| is_to_come(it, today)).or(meetings.last()).map(|it| it.id)
        }
        Subject::HeldMeeting => last_held(meetings).map(|it| it.id),
        Subject::Event
        | Subject::LinkChampion
        | Subject::Strategy
        | Subject::Span
        | Subject::Year
        | Subject::AcademicYear
        | Subject::Assessment
        | Subject::Item
        | Subject::Board => None,
    };
    let not_yet = match listing.subject {
        Subject::Meeting if meeting.is_none() => {
            Some("No meeting is planned. Plan the first one under Meetings.")
        }
        Subject::HeldMeeting if meeting.is_none() => Some("No meeting has been held yet."),
        Subject::LinkChampion if !there.linked => {
            Some("Nobody links to a theme as Link Champion yet. Assign one under Board.")
        }
        Subject::AcademicYear if !there.academic_year => {
            Some("The half-terms of the year are not entered yet. Add them in Settings.")
        }
        Subject::Assessment if !there.assessed => {
            Some("No self-assessment has been begun yet. Begin one under Board.")
        }
        _ if matches!(
            document,
            ReportKind::ChildPromises | ReportKind::CareLeaversPromises | ReportKind::OurPromises
        ) && !there.promised =>
        {
            Some("There are no promises yet. Write the first one under Promises.")
        }
        _ => None,
    };
    ReportLine {
        document,
        name: document.name_with(called),
        subject: listing.subject,
        audiences: listing.audiences.to_vec(),
        formats: listing.formats.to_vec(),
        answers: listing.answers,
        meeting_id: meeting,
        not_yet: not_yet.map(str::to_owned),
    }
}
