//! Channels: ways in which children's voice already reaches the council or a partner. The voice map is drawn from them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    id::{ChannelId, CohortId, PersonId},
    refusal::{Checked, Refusal},
    text, wording,
};

crate::text_enum! {
    ChannelKind {
        App = "app" => "app or message line",
        Survey = "survey" => "survey",
        Review = "review" => "reviews",
        Visitor = "visitor" => "independent visitors",
        Advocacy = "advocacy" => "advocacy",
        Participation = "participation" => "participation group",
        School = "school" => "school council",
        Health = "health" => "health checks",
        Complaint = "complaint" => "complaints and compliments",
        Other = "other" => "another way",
    }
}

crate::text_enum! {
    /// How often children are expected to be heard through it.
    HeardEvery {
        Week = "week" => "every week",
        Month = "month" => "every month",
        HalfTerm = "half_term" => "every half-term",
        Term = "term" => "every term",
        HalfYear = "half_year" => "twice a year",
        Year = "year" => "every year",
        AsNeeded = "as_needed" => "as needed",
    }
}

impl HeardEvery {
    /// After so many days without a voice it has been quiet for too long; a holiday's length is allowed for.
    const fn longest_silence(self) -> Option<i64> {
        Some(match self {
            Self::Week => 10,
            Self::Month => 35,
            Self::HalfTerm => 63,
            Self::Term => 126,
            Self::HalfYear => 190,
            Self::Year => 380,
            Self::AsNeeded => return None,
        })
    }
}

/// A day on which children were heard through a channel, and which of its cohorts they were of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HeardThrough {
    pub on: NaiveDate,
    pub cohorts: Vec<CohortId>,
}

/// A way that voice already reaches the council or a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Channel {
    pub id: ChannelId,
    pub version: i64,
    pub name: String,
    pub kind: ChannelKind,
    /// Who runs it, where it is not the council itself.
    pub partner: String,
    /// Whom it reaches.
    pub cohorts: Vec<CohortId>,
    pub every: HeardEvery,
    /// How it works, and how what is said comes to the board.
    pub about: String,
    /// Who on the board can be asked about it.
    pub person_id: Option<PersonId>,
    /// The days on which children were heard through it, the earliest first.
    pub heard: Vec<HeardThrough>,
    /// The day from which it is no more.
    pub ended_on: Option<NaiveDate>,
}

impl Channel {
    pub fn check(&self, today: NaiveDate) -> Checked {
        text::required("name", "the channel's name", &self.name, text::SHORT)?;
        text::optional("partner", "who runs it", &self.partner, text::SHORT)?;
        text::optional("about", "how it works", &self.about, text::MEDIUM)?;
        if self.cohorts.is_empty() {
            return Err(Refusal::field("cohorts", "Tick at least one cohort that it reaches."));
        }
        self.heard.iter().try_for_each(|heard| has_come(heard.on, today))
    }

    /// Notes a day on which children of these cohorts were heard through it.
    pub fn hear(&mut self, on: NaiveDate, cohorts: &[CohortId], today: NaiveDate) -> Checked {
        has_come(on, today)?;
        if let Some(ended) = self.ended_on.filter(|ended| on >= *ended) {
            let day = wording::date(ended);
            return Err(Refusal::field("heard_on", format!("This channel ended on {day}. Check the date.")));
        }
        if cohorts.is_empty() {
            return Err(Refusal::field("heard", "Tick the cohorts that were heard."));
        }
        if cohorts.iter().any(|cohort| !self.cohorts.contains(cohort)) {
            return Err(Refusal::field(
                "heard",
                "The channel does not reach one of these cohorts. Add the cohort to the channel first.",
            ));
        }
        match self.heard.iter_mut().find(|heard| heard.on == on) {
            Some(heard) => {
                heard.cohorts.extend(
                    cohorts.iter().filter(|it| !heard.cohorts.contains(it)).copied().collect::<Vec<_>>(),
                );
            }
            None => self.heard.push(HeardThrough { on, cohorts: cohorts.to_vec() }),
        }
        self.heard.sort_by_key(|heard| heard.on);
        Ok(())
    }

    pub fn has_ended(&self, today: NaiveDate) -> bool {
        self.ended_on.is_some_and(|day| day <= today)
    }

    /// The last day on which anybody was heard through it.
    pub fn last_heard(&self) -> Option<NaiveDate> {
        self.heard.iter().map(|heard| heard.on).max()
    }

    /// Whether it has been quiet for longer than it should be; a channel that never heard anybody is.
    pub fn is_quiet(&self, today: NaiveDate) -> bool {
        if self.has_ended(today) {
            return false;
        }
        self.every
            .longest_silence()
            .is_some_and(|longest| self.last_heard().is_none_or(|last| (today - last).num_days() > longest))
    }

    /// Whether the channel or one of its days names a cohort.
    pub fn names(&self, cohort: CohortId) -> bool {
        self.cohorts.contains(&cohort) || self.heard.iter().any(|heard| heard.cohorts.contains(&cohort))
    }
}

fn has_come(on: NaiveDate, today: NaiveDate) -> Checked {
    if on > today {
        return Err(Refusal::field(
            "heard_on",
            "This day has not come yet. Enter the day on which children were last heard.",
        ));
    }
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, m, d).unwrap()
    }

    pub(crate) fn cohort(n: u128) -> CohortId {
        CohortId(Uuid::from_u128(n))
    }

    pub(crate) fn channel(n: u128, name: &str, cohorts: &[u128]) -> Channel {
        Channel {
            id: ChannelId(Uuid::from_u128(n)),
            version: 1,
            name: name.into(),
            kind: ChannelKind::Visitor,
            partner: String::new(),
            cohorts: cohorts.iter().map(|n| cohort(*n)).collect(),
            every: HeardEvery::Month,
            about: String::new(),
            person_id: None,
            heard: vec![],
            ended_on: None,
        }
    }

    #[test]
    fn a_channel_reaches_somebody() {
        let nobody = channel(1, "Independent visitors", &[]);
        let refused = nobody.check(day(11, 22)).unwrap_err();
        assert_eq!(
            (refused.field, refused.message.as_str()),
            (Some("cohorts"), "Tick at least one cohort that it reaches.")
        );
        assert_eq!(channel(1, "", &[1]).check(day(11, 22)).unwrap_err().field, Some("name"));
        assert_eq!(channel(1, "Independent visitors", &[1]).check(day(11, 22)), Ok(()));
    }

    #[test]
    fn nobody_was_heard_tomorrow_nor_through_a_channel_that_has_ended() {
        let mut visitors = channel(1, "Independent visitors", &[1, 2]);
        assert_eq!(
            visitors.hear(day(11, 23), &[cohort(1)], day(11, 22)).unwrap_err().field,
            Some("heard_on")
        );
        visitors.ended_on = Some(day(10, 1));
        let refused = visitors.hear(day(10, 1), &[cohort(1)], day(11, 22)).unwrap_err();
        assert_eq!(refused.message, "This channel ended on Thursday 1 October 2026. Check the date.");
        assert!(visitors.hear(day(9, 30), &[cohort(1)], day(11, 22)).is_ok());
    }

    #[test]
    fn only_those_whom_it_reaches_were_heard() {
        let mut visitors = channel(1, "Independent visitors", &[1, 2]);
        assert_eq!(visitors.hear(day(11, 1), &[], day(11, 22)).unwrap_err().field, Some("heard"));
        assert_eq!(visitors.hear(day(11, 1), &[cohort(3)], day(11, 22)).unwrap_err().field, Some("heard"));
        assert!(visitors.heard.is_empty(), "a refusal changes nothing");
        visitors.hear(day(11, 1), &[cohort(1)], day(11, 22)).unwrap();
        visitors.hear(day(11, 1), &[cohort(1), cohort(2)], day(11, 22)).unwrap();
        assert_eq!(visitors.heard, [HeardThrough { on: day(11, 1), cohorts: vec![cohort(1), cohort(2)] }]);
        visitors.hear(day(10, 1), &[cohort(2)], day(11, 22)).unwrap();
        assert_eq!(visitors.last_heard(), Some(day(11, 1)), "an earlier day noted later is no news");
    }

    #[test]
    fn a_channel_is_quiet_once_its_rhythm_is_broken() {
        let mut visitors = channel(1, "Independent visitors", &[1]);
        assert!(visitors.is_quiet(day(11, 22)), "it never heard anybody");
        visitors.hear(day(10, 18), &[cohort(1)], day(11, 22)).unwrap();
        assert!(!visitors.is_quiet(day(11, 22)));
        assert!(visitors.is_quiet(day(11, 23)));
        visitors.every = HeardEvery::AsNeeded;
        assert!(!visitors.is_quiet(day(12, 31)), "nobody expects it");
        visitors.every = HeardEvery::Week;
        visitors.ended_on = Some(day(11, 1));
        assert!(!visitors.is_quiet(day(11, 22)));
    }
}
