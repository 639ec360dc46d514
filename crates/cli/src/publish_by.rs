//! `publish-by`: clear days, counted back from a meeting.

use pledgeboard_app::domain::{bank_holidays::BankHolidays, clear_days};

use crate::{Refused, arguments::PublishBy, say};

pub fn publish_by(asked: &PublishBy) -> Result<(), Refused> {
    let day = clear_days::publish_by(asked.meeting, asked.clear_days, &BankHolidays::default());
    say(&day.to_string())
}
