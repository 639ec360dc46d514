//! The records of one trail: a few queries that find its voices, and all else by them.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Action, AgendaItem, AgendaRequest, Answer, AnswerPromise, Board, Check, Commitment, Decision, Event,
    Group, HalfTerm, Measure, Meeting, Minute, Person, PrintedDocument, Promise, StrategyPeriod, Theme,
    TrailOf, TrailRecords, Voice, check::window_opens,
};
use pledgeboard_store::{Arg, Reading};

use crate::{error::Outcome, promises::measures};

/// What the trail of a kind is found by: SQL that gives ids, where `$1` is the record.
struct Clauses {
    voices: &'static str,
    events: &'static str,
    answers: &'static str,
    actions: &'static str,
    items: &'static str,
    minutes: &'static str,
    decisions: &'static str,
    printed: &'static str,
}

/// From the SQL of a kind's voices, and of the actions and items that are its own, to the clauses of every table.
macro_rules! clauses {
    ($voices:literal, $actions:literal, $items:literal) => {
        clauses!(@all $voices, concat!($actions, " UNION SELECT an.action_id FROM answer AS an WHERE an.voice_id IN (", $voices, ")"), $items)
    };
    (@all $voices:literal, $actions:expr, $items:literal) => {
        Clauses {
            voices: concat!("t.id IN (", $voices, ")"),
            events: concat!("t.id IN (SELECT v.event_id FROM voice AS v WHERE v.id IN (", $voices, "))"),
            answers: concat!("t.voice_id IN (", $voices, ")"),
            actions: concat!("t.id IN (", $actions, ")"),
            items: clauses!(@items $voices, $actions, $items, "t.id"),
            minutes: clauses!(@items $voices, $actions, $items, "t.agenda_item_id"),
            decisions: clauses!(@items $voices, $actions, $items, "t.agenda_item_id"),
            printed: concat!(
                "t.id IN (SELECT pv.printed_document_id FROM printed_document_voice AS pv WHERE pv.voice_id IN (",
                $voices, "))"
            ),
        }
    };
    // Its own items, those that took its voices, those where they were answered, and those its actions were born of.
    (@items $voices:literal, $actions:expr, $items:literal, $column:literal) => {
        concat!(
            $column, " IN (", $items,
            " UNION SELECT iv.agenda_item_id FROM agenda_item_voice AS iv WHERE iv.voice_id IN (", $voices, ")",
            " UNION SELECT an.agenda_item_id FROM answer AS an WHERE an.voice_id IN (", $voices, ")",
            " UNION SELECT ac.agenda_item_id FROM action AS ac WHERE ac.id IN (", $actions, "))"
        )
    };
}

const OF_VOICE: Clauses =
    clauses!("SELECT $1", "SELECT id FROM action WHERE 1 = 0", "SELECT id FROM agenda_item WHERE 1 = 0");

const OF_PROMISE: Clauses = clauses!(
    "SELECT voice_id FROM promise_voice WHERE promise_id = $1 \
     UNION SELECT a.voice_id FROM answer AS a JOIN commitment AS c ON c.id = a.commitment_id WHERE c.promise_id = $1 \
     UNION SELECT a.voice_id FROM answer AS a JOIN action AS x ON x.id = a.action_id WHERE x.promise_id = $1",
    "SELECT id FROM action WHERE promise_id = $1",
    "SELECT agenda_item_id FROM agenda_item_promise WHERE promise_id = $1"
);

const OF_ACTION: Clauses = clauses!(
    "SELECT voice_id FROM answer WHERE action_id = $1 \
     UNION SELECT l.voice_id FROM agenda_item_voice AS l JOIN action AS x ON x.agenda_item_id = l.agenda_item_id \
     WHERE x.id = $1",
    "SELECT id FROM action WHERE id = $1",
    "SELECT agenda_item_id FROM agenda_item_action WHERE action_id = $1"
);

const OF_ITEM: Clauses = clauses!(
    "SELECT voice_id FROM agenda_item_voice WHERE agenda_item_id = $1 \
     UNION SELECT voice_id FROM answer WHERE agenda_item_id = $1 \
     UNION SELECT a.voice_id FROM answer AS a JOIN action AS x ON x.id = a.action_id WHERE x.agenda_item_id = $1 \
     UNION SELECT a.voice_id FROM answer AS a JOIN agenda_item_action AS l ON l.action_id = a.action_id \
     WHERE l.agenda_item_id = $1 \
     UNION SELECT p.voice_id FROM promise_voice AS p JOIN agenda_item_promise AS l ON l.promise_id = p.promise_id \
     WHERE l.agenda_item_id = $1",
    "SELECT id FROM action WHERE agenda_item_id = $1 \
     UNION SELECT action_id FROM agenda_item_action WHERE agenda_item_id = $1",
    "SELECT id FROM agenda_item WHERE id = $1"
);

pub(super) struct Loaded {
    today: NaiveDate,
    board: Board,
    half_terms: Vec<HalfTerm>,
    voices: Vec<Voice>,
    events: Vec<Event>,
    themes: Vec<Theme>,
    people: Vec<Person>,
    answers: Vec<Answer>,
    meetings: Vec<Meeting>,
    items: Vec<AgendaItem>,
    minutes: Vec<Minute>,
    decisions: Vec<Decision>,
    actions: Vec<Action>,
    promises: Vec<Promise>,
    commitments: Vec<Commitment>,
    measures: Vec<Measure>,
    strategy_periods: Vec<StrategyPeriod>,
    checks: Vec<Check>,
    printed: Vec<PrintedDocument>,
    groups: Vec<Group>,
    requests: Vec<AgendaRequest>,
}

impl Loaded {
    pub async fn of(read: &mut Reading, of: TrailOf, today: NaiveDate) -> Outcome<Self> {
        let (clauses, id): (&Clauses, Arg) = match of {
            TrailOf::Voice(id) => (&OF_VOICE, id.into()),
            TrailOf::Promise(id) => (&OF_PROMISE, id.into()),
            TrailOf::Action(id) => (&OF_ACTION, id.into()),
            TrailOf::Item(id) => (&OF_ITEM, id.into()),
        };
        let this = [id];
        let half_terms = read.all::<HalfTerm>().await?;
        let checks = match window_opens(today, &half_terms) {
            Some(opens) => read.find::<Check>("t.\"on\" >= $1", &[Arg::Date(opens)]).await?,
            None => vec![],
        };
        Ok(Self {
            today,
            board: read.board().await?,
            half_terms,
            voices: read.find(clauses.voices, &this).await?,
            events: read.find(clauses.events, &this).await?,
            themes: read.all().await?,
            people: read.all().await?,
            answers: read.find(clauses.answers, &this).await?,
            meetings: read.all().await?,
            items: read.find(clauses.items, &this).await?,
            minutes: read.find(clauses.minutes, &this).await?,
            decisions: read.find(clauses.decisions, &this).await?,
            actions: read.find(clauses.actions, &this).await?,
            promises: read.all().await?,
            commitments: read.all().await?,
            measures: measures(read).await?,
            strategy_periods: read.all().await?,
            checks,
            printed: read.find(clauses.printed, &this).await?,
            groups: read.all().await?,
            requests: read.find("t.agenda_item_id IS NOT NULL", &[]).await?,
        })
    }

    pub fn records(&self) -> TrailRecords<'_> {
        TrailRecords {
            today: self.today,
            answer_promise: AnswerPromise::of(&self.board),
            half_terms: &self.half_terms,
            voices: &self.voices,
            events: &self.events,
            themes: &self.themes,
            people: &self.people,
            answers: &self.answers,
            meetings: &self.meetings,
            items: &self.items,
            minutes: &self.minutes,
            decisions: &self.decisions,
            actions: &self.actions,
            promises: &self.promises,
            commitments: &self.commitments,
            measures: &self.measures,
            strategy_periods: &self.strategy_periods,
            checks: &self.checks,
            printed: &self.printed,
            groups: &self.groups,
            requests: &self.requests,
        }
    }
}
