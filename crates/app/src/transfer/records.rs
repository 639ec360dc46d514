//! Every record of a board at once, each kind with its type.

use pledgeboard_domain::{
    Action, ActionUpdate, AgendaItem, AgendaTemplate, AgendaVersion, AnnualMeeting, Answer, ApprovedMinutes,
    Assignment, Attendance, BankHolidayChange, Board, Check, Cohort, Commitment, Correction, Decision,
    Escalation, Event, HalfTerm, Measure, Meeting, Minute, Paper, Person, Promise, RealityCheck, Seat,
    StrategyPeriod, TermOfOffice, Theme, Voice,
};
use pledgeboard_store::{Reading, Writing};

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
    voices: Voice,
    strategy_periods: StrategyPeriod,
    promises: Promise,
    commitments: Commitment,
    measures: Measure,
    checks: Check,
    meetings: Meeting,
    papers: Paper,
    actions: Action,
    agenda_items: AgendaItem,
    agenda_versions: AgendaVersion,
    agenda_templates: AgendaTemplate,
    reality_checks: RealityCheck,
    answers: Answer,
    minutes: Minute,
    decisions: Decision,
    approved_minutes: ApprovedMinutes,
    corrections: Correction,
    attendances: Attendance,
    action_updates: ActionUpdate,
    escalations: Escalation,
}
