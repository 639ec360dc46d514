//! Every record of a board at once, each kind with its type.

use std::collections::BTreeMap;

use pledgeboard_domain::{
    Action, ActionUpdate, AgendaItem, AgendaRequest, AgendaTemplate, AgendaVersion, Anchor, AnnualMeeting,
    AnnualReport, Answer, ApprovedMinutes, Assessment, Assignment, Attendance, AwayForm, BankHolidayChange,
    Board, Channel, Check, Cohort, Commitment, Correction, Decision, DroppedProposal, Escalation, Event,
    Group, HalfTerm, Indicator, IndicatorPoint, Measure, Meeting, Minute, Paper, Person, PrintedDocument,
    Promise, RealityCheck, Removal, RetentionRule, Seat, StandingReport, StrategyPeriod, TermOfOffice,
    TermsSection, Theme, Topic, Voice,
};
use pledgeboard_domain::{Checked, Refusal};
use pledgeboard_store::{Reading, Record, Writing};
use serde_json::Value;

use crate::error::Outcome;

/// In the order in which they can be added: what others refer to comes first.
macro_rules! records {
    ($($field:ident: $kind:ident),+ $(,)?) => {
        /// A whole board.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub(crate) struct Records {
            $(pub $field: Vec<$kind>,)+
        }

        impl Records {
            pub(crate) async fn read(read: &mut Reading) -> Outcome<Self> {
                Ok(Self { $($field: read.all::<$kind>().await?,)+ })
            }

            /// Reads data's records, each as the domain's type of its kind.
            ///
            /// # Errors
            /// A sentence that names the kind and the place of the first that does not fit.
            pub(crate) fn of_data(data: &BTreeMap<String, Vec<Value>>) -> Checked<Self> {
                Ok(Self { $($field: typed::<$kind>(data)?,)+ })
            }

            pub(crate) async fn insert(&mut self, write: &mut Writing) -> Outcome<()> {
                $(for record in &mut self.$field {
                    write.insert(record).await?;
                })+
                Ok(())
            }
        }
    };
}

records! {
    boards: Board,
    annual_meetings: AnnualMeeting,
    bank_holiday_changes: BankHolidayChange,
    half_terms: HalfTerm,
    cohorts: Cohort,
    people: Person,
    seats: Seat,
    terms: TermOfOffice,
    themes: Theme,
    assignments: Assignment,
    events: Event,
    away_forms: AwayForm,
    voices: Voice,
    strategy_periods: StrategyPeriod,
    promises: Promise,
    commitments: Commitment,
    indicators: Indicator,
    indicator_points: IndicatorPoint,
    measures: Measure,
    checks: Check,
    standing_reports: StandingReport,
    topics: Topic,
    anchors: Anchor,
    meetings: Meeting,
    papers: Paper,
    actions: Action,
    agenda_items: AgendaItem,
    channels: Channel,
    groups: Group,
    agenda_requests: AgendaRequest,
    agenda_versions: AgendaVersion,
    agenda_templates: AgendaTemplate,
    dropped_proposals: DroppedProposal,
    reality_checks: RealityCheck,
    answers: Answer,
    minutes: Minute,
    decisions: Decision,
    approved_minutes: ApprovedMinutes,
    corrections: Correction,
    attendances: Attendance,
    action_updates: ActionUpdate,
    escalations: Escalation,
    printed_documents: PrintedDocument,
    terms_sections: TermsSection,
    annual_reports: AnnualReport,
    assessments: Assessment,
    retention_rules: RetentionRule,
    removals: Removal,
}

fn typed<R: Record>(data: &BTreeMap<String, Vec<Value>>) -> Checked<Vec<R>> {
    let called = R::TABLE.called;
    let values = data.get(R::TABLE.name).into_iter().flatten();
    (1..)
        .zip(values)
        .map(|(place, value)| {
            let wrong = |what: String| {
                Refusal::field(
                    "records",
                    format!("In this data, {called} number {place} cannot be read: {what}."),
                )
            };
            let record: R =
                serde_json::from_value(value.clone()).map_err(|error| wrong(error.to_string()))?;
            let known = serde_json::to_value(&record).map_err(|error| wrong(error.to_string()))?;
            let unknown = value
                .as_object()
                .and_then(|fields| fields.keys().find(|name| known.get(name.as_str()).is_none()));
            match unknown {
                // Left out quietly, it would be lost.
                Some(name) => Err(wrong(format!("this version does not know its field “{name}”"))),
                None => Ok(record),
            }
        })
        .collect()
}
