//! Every kind of record, one small file to a file of the domain.

use pledgeboard_domain as domain;
use serde_json::Value;

use crate::{record::Record, rows::Fields, table::Table, writing::to_fields};

mod action;
mod agenda_item;
mod annual_report;
mod assessment;
mod attendance;
mod away;
mod board;
mod channel;
mod check;
mod cohort;
mod event;
mod group;
mod half_term;
mod indicator;
mod meeting;
mod minute;
mod paper;
mod person;
mod printed;
mod programme;
mod promise;
mod removal;
mod retention;
mod terms_of_reference;
mod theme;
mod voice;

/// A kind of record, as import and undo know it.
pub(crate) struct Kind {
    pub table: &'static Table,
    /// Reads a value as the domain's struct and gives its fields back in their normal form.
    pub normal: fn(&Value) -> Result<Fields, String>,
}

const fn of<R: Record>() -> Kind {
    Kind { table: R::TABLE, normal: normal::<R> }
}

fn normal<R: Record>(value: &Value) -> Result<Fields, String> {
    let record: R = serde_json::from_value(value.clone()).map_err(|error| error.to_string())?;
    to_fields(&record).map_err(|error| error.to_string())
}

/// In the order in which they can be added: what others refer to comes first.
pub(crate) const KINDS: &[Kind] = &[
    of::<domain::Board>(),
    of::<domain::AnnualMeeting>(),
    of::<domain::BankHolidayChange>(),
    of::<domain::HalfTerm>(),
    of::<domain::Cohort>(),
    of::<domain::Person>(),
    of::<domain::Seat>(),
    of::<domain::TermOfOffice>(),
    of::<domain::Theme>(),
    of::<domain::Assignment>(),
    of::<domain::Event>(),
    of::<domain::AwayForm>(),
    of::<domain::Voice>(),
    of::<domain::StrategyPeriod>(),
    of::<domain::Promise>(),
    of::<domain::Commitment>(),
    of::<domain::Indicator>(),
    of::<domain::IndicatorPoint>(),
    of::<domain::Measure>(),
    of::<domain::Check>(),
    of::<domain::StandingReport>(),
    of::<domain::Topic>(),
    of::<domain::Anchor>(),
    of::<domain::Meeting>(),
    of::<domain::Paper>(),
    of::<domain::Action>(),
    of::<domain::AgendaItem>(),
    of::<domain::Channel>(),
    of::<domain::Group>(),
    of::<domain::AgendaRequest>(),
    of::<domain::AgendaVersion>(),
    of::<domain::AgendaTemplate>(),
    of::<domain::DroppedProposal>(),
    of::<domain::RealityCheck>(),
    of::<domain::Answer>(),
    of::<domain::Minute>(),
    of::<domain::Decision>(),
    of::<domain::ApprovedMinutes>(),
    of::<domain::Correction>(),
    of::<domain::Attendance>(),
    of::<domain::ActionUpdate>(),
    of::<domain::Escalation>(),
    of::<domain::PrintedDocument>(),
    of::<domain::TermsSection>(),
    of::<domain::AnnualReport>(),
    of::<domain::Assessment>(),
    of::<domain::RetentionRule>(),
    of::<domain::Removal>(),
];

pub(crate) fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.table.name == name)
}
