use chrono::NaiveDate;
use pledgeboard_domain::{bank_holidays::BankHolidays, clear_days::publish_by};

use super::{Row, name_of, row, theme_of};
use crate::transfer::Records;

pub(super) fn rows(all: &Records, _today: NaiveDate) -> Vec<Row> {
    let clear_days = all.boards.first().and_then(|it| u32::try_from(it.clear_days).ok()).unwrap_or_default();
    let holidays = holidays(all);
    all.meetings
        .iter()
        .map(|it| {
            let versions = all.agenda_versions.iter().filter(|version| version.meeting_id == it.id);
            let latest = versions.max_by_key(|version| version.number);
            row! {
                "date": it.date,
                "starts": it.starts.format("%H:%M").to_string(),
                "ends": it.ends.map(|ends| ends.format("%H:%M").to_string()),
                "place": it.place,
                "kind": it.kind,
                "title": it.title,
                "themes": it.themes.iter().filter_map(|id| theme_of(all, *id)).collect::<Vec<_>>(),
                "state": it.state,
                "in_public": it.in_public,
                "chair": name_of(all, it.chair_id),
                "items": all.agenda_items.iter().filter(|item| item.meeting_id == it.id).count(),
                "publish_by": publish_by(it.date, clear_days, &holidays),
                "published_on": latest.map(|version| version.published_on),
                "agenda_version": latest.map(|version| version.number),
                "approved_on": it.approved_on,
            }
        })
        .collect()
}

fn holidays(all: &Records) -> BankHolidays {
    let days = |removed| {
        all.bank_holiday_changes.iter().filter(|it| it.removed == removed).map(|it| it.date).collect()
    };
    BankHolidays { added: days(false), removed: days(true), checked_until: None }
}
