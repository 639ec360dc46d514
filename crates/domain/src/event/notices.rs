//! What may be wrong with an event, each in one sentence. Notices, never refusals: only those who were there know.

use super::Event;
use crate::{theme::Assignment, wording};

/// What an event is looked at with.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// Events of the person who went.
    pub events: &'a [Event],
    /// Assignments of the person who went.
    pub assignments: &'a [Assignment],
    /// Who went, as printed.
    pub person: &'a str,
    /// The event's theme, by name.
    pub theme: &'a str,
}

/// Counts that do not add up, another event of the same person on the same day, a champion who no longer was one.
#[must_use]
pub fn notices(event: &Event, around: Around<'_>) -> Vec<String> {
    let mut found: Vec<String> = counts(event).into_iter().collect();
    if event.person_id.is_some() {
        found.extend(same_day(event, around));
        found.extend(no_longer_champion(event, around));
    }
    found
}

fn counts(event: &Event) -> Option<String> {
    let (total, counted) = (event.came_total?, event.came_counted());
    if counted > total {
        return Some(format!(
            "The groups add up to {counted}, but you wrote that {total} came in all. Change one of them."
        ));
    }
    let missing = total - counted;
    let verb = if missing == 1 { "is" } else { "are" };
    (counted > 0 && missing > 0).then(|| {
        format!("The groups add up to {counted} of the {total} who came: {missing} {verb} in no group yet.")
    })
}

fn same_day<'a>(event: &'a Event, around: Around<'a>) -> impl Iterator<Item = String> {
    let others = around.events.iter().filter(|other| {
        other.id != event.id && other.date == event.date && other.person_id == event.person_id
    });
    others.map(move |other| {
        format!(
            "{} has “{}” on {} too. If it is the same event, take one of them back.",
            around.person,
            other.title,
            wording::date(event.date)
        )
    })
}

fn no_longer_champion(event: &Event, around: Around<'_>) -> Option<String> {
    let own = || {
        around
            .assignments
            .iter()
            .filter(|it| Some(it.person_id) == event.person_id && it.theme_id == event.theme_id)
    };
    if own().any(|it| it.holds_on(event.date)) {
        return None;
    }
    let last = own().filter(|it| it.to.is_some_and(|to| to < event.date)).max_by_key(|it| it.to)?;
    Some(format!(
        "{} was {} for “{}” only until {}. Check the date, or who went.",
        around.person,
        last.kind,
        around.theme,
        wording::date(last.to?)
    ))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use uuid::Uuid;

    use super::*;
    use crate::{
        cohort::AgeBand,
        event::{Came, EventKind},
        id::{AssignmentId, EventId, PersonId, ThemeId},
        theme::ChampionKind,
    };

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn event(id: u128) -> Event {
        Event {
            id: EventId(Uuid::from_u128(id)),
            version: 1,
            title: "Pizza night".into(),
            theme_id: ThemeId(Uuid::from_u128(1)),
            half_term_id: None,
            date: day(11, 18),
            place: String::new(),
            kind: EventKind::Meal,
            person_id: Some(PersonId(Uuid::from_u128(7))),
            held: true,
            came: vec![],
            came_total: None,
            what_happened: String::new(),
            take_to_board: String::new(),
        }
    }

    fn assignment(from: NaiveDate, to: Option<NaiveDate>) -> Assignment {
        Assignment {
            id: AssignmentId(Uuid::nil()),
            version: 1,
            theme_id: ThemeId(Uuid::from_u128(1)),
            person_id: PersonId(Uuid::from_u128(7)),
            kind: ChampionKind::LinkChampion,
            from,
            to,
        }
    }

    fn told(event: &Event, events: &[Event], assignments: &[Assignment]) -> Vec<String> {
        notices(event, Around { events, assignments, person: "Cllr Amina Yusuf", theme: "School" })
    }

    #[test]
    fn counts_that_do_not_add_up_are_told_whichever_way() {
        let came = |count| vec![Came { cohort_id: None, age_band: AgeBand::From11To15, count }];
        let with = |count, total| Event { came: came(count), came_total: Some(total), ..event(1) };
        assert_eq!(
            told(&with(14, 12), &[], &[]),
            ["The groups add up to 14, but you wrote that 12 came in all. Change one of them."]
        );
        assert_eq!(
            told(&with(11, 12), &[], &[]),
            ["The groups add up to 11 of the 12 who came: 1 is in no group yet."]
        );
        assert_eq!(told(&with(12, 12), &[], &[]), [""; 0]);
        assert_eq!(
            told(&Event { came_total: Some(12), ..event(1) }, &[], &[]),
            [""; 0],
            "nobody is grouped yet"
        );
    }

    #[test]
    fn two_events_of_one_champion_on_one_day_may_be_the_same() {
        let other = Event { title: "Pizza".into(), ..event(2) };
        assert_eq!(
            told(&event(1), &[event(1), other.clone()], &[]),
            [
                "Cllr Amina Yusuf has “Pizza” on Wednesday 18 November 2026 too. If it is the same event, take one of \
              them back."
            ]
        );
        let someone_elses = Event { person_id: None, ..other.clone() };
        let another_day = Event { date: day(11, 17), ..other };
        assert_eq!(told(&event(1), &[someone_elses, another_day], &[]), [""; 0]);
    }

    #[test]
    fn a_champion_whose_assignment_ended_is_told_with_the_day() {
        let ended = assignment(day(1, 1), Some(day(10, 30)));
        assert_eq!(
            told(&event(1), &[], std::slice::from_ref(&ended)),
            [
                "Cllr Amina Yusuf was Link Champion for “School” only until Friday 30 October 2026. Check the date, or \
              who went."
            ]
        );
        assert_eq!(told(&event(1), &[], &[ended, assignment(day(11, 1), None)]), [""; 0], "assigned again");
        assert_eq!(told(&event(1), &[], &[]), [""; 0], "a guest at another theme's event is welcome");
    }
}
