//! The work programme: the topics of a year by half-term, who deals with each (this board or scrutiny) and why, the
//! reports that come every year, and the year's fixed points.

mod anchor;
mod due;
mod report;
mod split;
mod taken;
mod topic;
mod usual;

pub use anchor::{Anchor, next_year, usual_anchors};
pub use due::{ReportDue, reports_due, term_of_month};
pub use report::{StandingReport, month_name};
pub use split::{ScrutinySplit, WithScrutiny};
pub use taken::{Taken, taken};
pub use topic::{DealtBy, Tool, Topic, TopicState};
pub use usual::{USUAL_REPORTS, UsualReport};

#[cfg(test)]
mod tests;
