//! The words and rules of a corporate parenting board.
//!
//! Pure: no I/O, no clock, no randomness; dates and ids are passed in. One file to a concept, with the words
//! that boards use. Values check themselves, and say no in one plain sentence:
//!
//! ```
//! use chrono::NaiveDate;
//! use pledgeboard_domain::{bank_holidays::BankHolidays, clear_days::publish_by};
//!
//! let meeting = NaiveDate::from_ymd_opt(2019, 6, 4).unwrap();
//! let latest = publish_by(meeting, 5, &BankHolidays::default());
//! assert_eq!(latest, NaiveDate::from_ymd_opt(2019, 5, 24).unwrap());
//! ```

pub mod academic_year;
pub mod access;
pub mod action;
pub mod agenda_item;
pub mod agenda_request;
pub mod annual_report;
pub mod answer_promise;
pub mod assessment;
pub mod attendance;
pub mod away;
pub mod backup;
pub mod bank_holidays;
pub mod board;
pub mod british_time;
pub mod channel;
pub mod check;
pub mod clear_days;
pub mod cohort;
pub mod cycle;
pub mod easy_read;
pub mod entry;
pub mod evening;
pub mod event;
pub mod exclusion;
pub mod figure;
pub mod fixed;
pub mod group;
pub mod half_term;
pub mod id;
pub mod identifying;
pub mod indicator;
pub mod item_number;
pub mod meeting;
pub mod membership;
pub mod minute;
pub mod numbering;
pub mod pack;
pub mod paper;
pub mod part;
pub mod passphrase;
pub mod person;
pub mod printed;
pub mod private_items;
pub mod programme;
pub mod promise;
pub mod promise_words;
pub mod proposal;
pub mod readiness;
pub mod refusal;
pub mod reminders;
pub mod removal;
pub mod retention;
pub mod review;
pub mod rhythm;
pub mod running_clock;
pub mod shape;
pub mod small_numbers;
pub mod terms_of_reference;
pub mod text;
mod text_enum;
pub mod the_loop;
pub mod theme;
pub mod theme_guess;
pub mod trail;
pub mod usual_agendas;
pub mod usual_order;
pub mod voice;
pub mod voice_map;
pub mod wording;

pub use access::{Access, AccessKind, Audience};
pub use action::{Action, ActionState, ActionUpdate, EscalateTo, Escalation};
pub use agenda_item::{
    AgendaContent, AgendaItem, AgendaTemplate, AgendaVersion, ItemKind, PublishedItem, PublishedPaper,
    Purpose, TemplateLine,
};
pub use agenda_request::{AgendaRequest, RequestOutcome, RequestState};
pub use annual_report::AnnualReport;
pub use answer_promise::{AnswerPromise, AnswerWithin};
pub use assessment::{AssessedModule, AssessedStatement, Assessment, Score};
pub use attendance::{Attendance, AttendanceStatus, Interest, InterestKind, Quorum};
pub use away::AwayForm;
pub use backup::{BackupName, BackupReason, Keeping};
pub use board::{AnnualMeeting, BankHolidayChange, Board, Standing};
pub use channel::{Channel, ChannelKind, HeardEvery, HeardThrough};
pub use check::{Check, Disagreement, Lens, Rating};
pub use cohort::{AgeBand, Cohort};
pub use entry::Entry;
pub use event::{Came, Event, EventKind, RealityCheck, Verdict};
pub use group::{Group, GroupKind};
pub use half_term::{HalfTerm, Term};
pub use identifying::{Identifying, IdentifyingKind, identifying};
pub use indicator::{Indicator, IndicatorPoint};
pub use meeting::{Correction, Meeting, MeetingKind, MeetingState};
pub use minute::{ApprovedMinutes, Decision, Minute, MinutesContent, MinutesRecords, Vote, VoteWay};
pub use pack::{PackNumbers, PackPart, PackedPaper};
pub use paper::Paper;
pub use part::BoardPart;
pub use person::{Person, Role, Seat, TermOfOffice};
pub use printed::PrintedDocument;
pub use programme::{Anchor, DealtBy, StandingReport, Tool, Topic, TopicState, WithScrutiny};
pub use promise::{Better, Commitment, Measure, MeasurePoint, Promise, StrategyPeriod};
pub use promise_words::PromiseWords;
pub use proposal::DroppedProposal;
pub use refusal::{Checked, Code, Refusal};
pub use removal::{Removal, RemovedPlace};
pub use retention::{RetentionKind, RetentionRule};
pub use review::{Review, ReviewRecords, ReviewState};
pub use rhythm::{MeetingDay, Often, Rhythm};
pub use running_clock::Speaker;
pub use shape::{Shape, ShapeAdvice};
pub use terms_of_reference::TermsSection;
pub use the_loop::{LoopNumbers, LoopRecords};
pub use theme::{Assignment, ChampionKind, Theme};
pub use trail::{Trail, TrailOf, TrailReader, TrailRecords, trail};
pub use usual_agendas::UsualAgenda;
pub use voice::{Answer, AnswerKind, Share, ToldHow, Voice};

pub(crate) use text_enum::text_enum;
