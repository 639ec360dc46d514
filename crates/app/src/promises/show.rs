//! One promise on one page: three honest answers, you said, we will, how will we know, we did.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, ActionState, AgendaItem, Audience, Check, Commitment, Event, HalfTerm, Indicator, Measure,
    Meeting, MeetingState, Person, Promise, RealityCheck, Refusal, StrategyPeriod, Theme, Verdict, Voice,
    check::disagreement,
    id::{ActionId, EventId, MeetingId, PersonId, PromiseId, RealityCheckId, VoiceId},
    promise::{Aim, CommitmentState, Trend, current_set},
};
use pledgeboard_store::Reading;
use serde::{Deserialize, Serialize};

use super::{
    beside::{LensReview, OtherPromise, lens_reviews, other, others},
    grid::{self, GridHalfTerm, LensRow},
    today::draw,
};
use crate::{context::Context, error::Outcome, voices::show::EventName};

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShowPromise {
    pub id: PromiseId,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PromisePage {
    pub promise: Promise,
    pub strategy: StrategyPeriod,
    pub theme: String,
    pub owner: Option<String>,
    pub half_terms: Vec<GridHalfTerm>,
    pub lenses: Vec<LensRow>,
    /// "Officers say kept; children and young people say not yet."
    pub disagreement: Option<String>,
    /// The next meeting that has it on its agenda.
    pub on_agenda: Option<OnAgenda>,
    /// When each lens looks again; empty for a promise that the board makes no more.
    pub reviews: Vec<LensReview>,
    /// The last day of a set that gave way to another: the page stands as it was then.
    pub closed_on: Option<NaiveDate>,
    /// The promise of an older set that it follows, and those of newer sets that follow it.
    pub follows: Option<OtherPromise>,
    pub followed_by: Vec<OtherPromise>,
    /// What stands behind it and may be shared with members.
    pub voices: Vec<SaidVoice>,
    /// All voices behind it, those that may not be shared included.
    pub voice_count: u32,
    pub event_count: u32,
    pub commitments: Vec<CommitmentLine>,
    pub measures: Vec<MeasureLine>,
    pub actions: Vec<ActionLineOfPromise>,
    /// Newest first.
    pub checks: Vec<CheckLine>,
    pub reality_checks: Vec<RealityLine>,
    /// What the child-friendly report still lacks.
    pub lacks_plain_words: Vec<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OnAgenda {
    pub meeting_id: MeetingId,
    pub date: NaiveDate,
    pub number: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaidVoice {
    pub id: VoiceId,
    pub words: String,
    pub is_quote: bool,
    pub heard_on: NaiveDate,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CommitmentLine {
    pub commitment: Commitment,
    pub state: CommitmentState,
    pub person: Option<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MeasureLine {
    /// With the numbers of its indicator, where it is drawn from one.
    pub measure: Measure,
    pub trend: Option<Trend>,
    /// "worse than last year".
    pub trend_words: Option<String>,
    /// "Worse than last year, and worse three times running."
    pub trend_sentence: Option<String>,
    pub aim: Option<Aim>,
    /// The indicator's name.
    pub indicator: Option<String>,
    /// Its latest number is too small to be published.
    pub hidden: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ActionLineOfPromise {
    pub id: ActionId,
    pub reference: String,
    pub text: String,
    pub state: ActionState,
    pub done_plain: String,
    pub overdue: bool,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CheckLine {
    pub check: Check,
    pub person: Option<String>,
    pub event: Option<EventName>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RealityLine {
    pub id: RealityCheckId,
    pub claim: String,
    pub stands_in: String,
    pub verdict: Verdict,
    pub seen: String,
    pub event: Option<EventName>,
}

pub(crate) async fn show(cx: &Context, request: ShowPromise) -> Outcome<PromisePage> {
    let mut read = cx.read().await?;
    let today = cx.today();
    // What follows from the request alone comes first: from afar, all of it is asked at once.
    let strategies = read.all::<StrategyPeriod>().await?;
    let half_terms = read.all::<HalfTerm>().await?;
    let mut checks = read.by::<Check>("promise_id", request.id).await?;
    checks.sort_by_key(|it| std::cmp::Reverse((it.on, it.id)));
    let commitments = read.by::<Commitment>("promise_id", request.id).await?;
    let own_measures = read.by::<Measure>("promise_id", request.id).await?;
    let measures = draw(&mut read, own_measures).await?;
    let people = read.all::<Person>().await?;
    let themes = read.all::<Theme>().await?;
    let voices = behind(&mut read, request.id).await?;
    let on_agenda = on_agenda(&mut read, request.id, today).await?;
    let actions = actions(&mut read, request.id, today).await?;
    let reality_checks = reality_checks(&mut read, request.id).await?;
    let promise = read.one::<Promise>(request.id).await?;
    let strategy = strategies.iter().find(|it| it.id == promise.strategy_period_id).cloned();
    let strategy = strategy.ok_or_else(|| Refusal::not_found("strategy period"))?;
    let until = strategy.last_day(today, &strategies);
    let half_term_columns = grid::columns(until, &half_terms);
    let made = current_set(today, vec![promise.clone()], &strategies);
    let is_made = !made.is_empty();
    let others = others(&mut read, &strategies).await?;
    Ok(PromisePage {
        theme: themes.into_iter().find(|it| it.id == promise.theme_id).map(|it| it.name).unwrap_or_default(),
        owner: people.iter().find(|it| Some(it.id) == promise.person_id).map(owner),
        lenses: grid::rows(&checks.iter().collect::<Vec<_>>(), &half_term_columns, &half_terms),
        half_terms: half_term_columns,
        disagreement: disagreement(&checks, today, &half_terms).filter(|_| is_made).map(|it| it.sentence),
        on_agenda,
        reviews: lens_reviews(&mut read, today, &made, &checks, &half_terms, &people).await?,
        closed_on: (until < today).then_some(until),
        follows: others.iter().find(|(it, _)| Some(it.id) == promise.follows_id).map(other),
        followed_by: others.iter().filter(|(it, _)| it.follows_id == Some(promise.id)).map(other).collect(),
        strategy,
        voice_count: count(voices.iter()),
        event_count: count(
            voices.iter().filter_map(|it| it.event_id).collect::<std::collections::HashSet<_>>().iter(),
        ),
        voices: said(voices),
        lacks_plain_words: promise.lacks_plain_words(&commitments, &measures),
        commitments: commitments
            .into_iter()
            .map(|it| CommitmentLine {
                state: it.state(today),
                person: name(&people, it.person_id),
                commitment: it,
            })
            .collect(),
        measures: measure_lines(&mut read, measures).await?,
        actions,
        checks: check_lines(&mut read, checks, &people).await?,
        reality_checks,
        promise,
    })
}

async fn measure_lines(read: &mut Reading, measures: Vec<Measure>) -> Outcome<Vec<MeasureLine>> {
    let indicators = read.all::<Indicator>().await?;
    let line = |it: Measure| {
        let series = it.series();
        let trend = series.trend();
        MeasureLine {
            trend,
            trend_words: trend.map(|it| it.to_string()),
            trend_sentence: series.trend_sentence(),
            aim: series.aim(),
            indicator: indicators
                .iter()
                .find(|own| Some(own.id) == it.indicator_id)
                .map(|own| own.name.clone()),
            hidden: it.latest().is_some_and(|point| it.hides(&point)),
            measure: it,
        }
    };
    Ok(measures.into_iter().map(line).collect())
}

fn owner(person: &Person) -> String {
    if person.job.is_empty() {
        person.printed_name()
    } else {
        format!("{}, {}", person.printed_name(), person.job)
    }
}

fn name(people: &[Person], id: Option<PersonId>) -> Option<String> {
    people.iter().find(|it| Some(it.id) == id).map(Person::printed_name)
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

/// The voices behind a promise, in the board's order, and those that its commitments answer.
async fn behind(read: &mut Reading, promise: PromiseId) -> Outcome<Vec<Voice>> {
    let clause = "t.id IN (SELECT l.voice_id FROM promise_voice AS l WHERE l.promise_id = $1)";
    Ok(read.find::<Voice>(clause, &[promise.into()]).await?)
}

fn said(voices: Vec<Voice>) -> Vec<SaidVoice> {
    voices
        .into_iter()
        .filter(|it| it.may_be_printed_for(Audience::Members))
        .map(|it| SaidVoice { id: it.id, words: it.words, is_quote: it.is_quote, heard_on: it.heard_on })
        .collect()
}

async fn on_agenda(read: &mut Reading, promise: PromiseId, today: NaiveDate) -> Outcome<Option<OnAgenda>> {
    let clause = "t.id IN (SELECT l.agenda_item_id FROM agenda_item_promise AS l WHERE l.promise_id = $1)";
    let mut found: Option<OnAgenda> = None;
    for item in read.find::<AgendaItem>(clause, &[promise.into()]).await? {
        let meeting = read.one::<Meeting>(item.meeting_id).await?;
        let to_come = meeting.date >= today && meeting.state < MeetingState::Held && !item.is_withdrawn();
        if to_come && found.as_ref().is_none_or(|it| meeting.date < it.date) {
            found = Some(OnAgenda { meeting_id: meeting.id, date: meeting.date, number: item.number });
        }
    }
    Ok(found)
}

async fn actions(
    read: &mut Reading,
    promise: PromiseId,
    today: NaiveDate,
) -> Outcome<Vec<ActionLineOfPromise>> {
    let actions = read.by::<Action>("promise_id", promise).await?;
    Ok(actions
        .into_iter()
        .filter(|it| it.state != ActionState::Withdrawn)
        .map(|it| ActionLineOfPromise {
            overdue: it.is_overdue(today),
            id: it.id,
            reference: it.reference,
            text: it.text,
            state: it.state,
            done_plain: it.done_plain,
        })
        .collect())
}

async fn check_lines(read: &mut Reading, checks: Vec<Check>, people: &[Person]) -> Outcome<Vec<CheckLine>> {
    let mut lines = vec![];
    for check in checks {
        let event = event_name(read, check.event_id).await?;
        lines.push(CheckLine { person: name(people, check.person_id), event, check });
    }
    Ok(lines)
}

async fn event_name(read: &mut Reading, id: Option<EventId>) -> Outcome<Option<EventName>> {
    let Some(id) = id else { return Ok(None) };
    let event = read.get::<Event>(id).await?;
    Ok(event.map(|it| EventName { id: it.id, title: it.title, date: it.date }))
}

async fn reality_checks(read: &mut Reading, promise: PromiseId) -> Outcome<Vec<RealityLine>> {
    let mut lines = vec![];
    for check in read.by::<RealityCheck>("promise_id", promise).await? {
        let event = event_name(read, Some(check.event_id)).await?;
        lines.push(RealityLine {
            id: check.id,
            claim: check.claim,
            stands_in: check.stands_in,
            verdict: check.verdict,
            seen: check.seen,
            event,
        });
    }
    lines.sort_by_key(|it| std::cmp::Reverse(it.event.as_ref().map(|event| event.date)));
    Ok(lines)
}
