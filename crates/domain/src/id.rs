//! Typed identifiers. They are made outside (version 7, so they sort by time) and never printed:
//! what people read are numbers and references (`numbering`).

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($name:ident)*) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

ids! {
    BoardId AnnualMeetingId BankHolidayChangeId PersonId SeatId TermOfOfficeId CohortId ThemeId AssignmentId HalfTermId
    EventId RealityCheckId VoiceId AnswerId StrategyPeriodId PromiseId CommitmentId MeasureId IndicatorId IndicatorPointId CheckId
    MeetingId AgendaItemId AgendaVersionId AgendaTemplateId DroppedProposalId MinuteId DecisionId ApprovedMinutesId CorrectionId AttendanceId
    ActionId ActionUpdateId EscalationId PaperId PrintedDocumentId EntryId AwayFormId
    ChannelId GroupId AgendaRequestId
    TermsSectionId AnnualReportId
    TopicId StandingReportId AnchorId
    AssessmentId
    RemovalId
    RetentionRuleId
}
