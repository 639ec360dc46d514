//! Groups: bodies beneath or beside the board, such as the Children in Care Council, with requests of their own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    agenda_item::AgendaItem,
    id::{CohortId, GroupId, PersonId},
    refusal::{Checked, Code, Refusal},
    text, wording,
};

crate::text_enum! {
    GroupKind {
        YoungPeople = "young_people" => "young people's group",
        Carers = "carers" => "carers' group",
        Operational = "operational" => "operational group",
        Other = "other" => "another body",
    }
}

/// A body beneath or beside the board. Its members are never listed: only people of the board who belong to it are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Group {
    pub id: GroupId,
    pub version: i64,
    pub name: String,
    pub kind: GroupKind,
    /// What it is and for whom it speaks.
    pub about: String,
    /// When and where it meets.
    pub meets: String,
    /// How it wishes to engage with the board.
    pub engages: String,
    /// The progress that it owes each meeting; empty when it owes none.
    pub owes: String,
    /// Whose voice it carries.
    pub cohorts: Vec<CohortId>,
    /// Who on the board can be asked about it: a participation worker, an officer.
    pub lead_id: Option<PersonId>,
    /// People of the board who belong to it.
    pub people: Vec<PersonId>,
    /// The day from which it is no more.
    pub ended_on: Option<NaiveDate>,
}

impl Group {
    /// Whether it can stand beside the others; `others` may hold its own earlier version.
    pub fn check(&self, others: &[Group]) -> Checked {
        text::required("name", "the group's name", &self.name, text::SHORT)?;
        text::optional("about", "what it is", &self.about, text::MEDIUM)?;
        text::optional("meets", "when it meets", &self.meets, text::SHORT)?;
        text::optional("engages", "how it wishes to engage", &self.engages, text::MEDIUM)?;
        text::optional("owes", "the progress that it owes", &self.owes, text::MEDIUM)?;
        let twin = |other: &Group| {
            other.id != self.id
                && other.ended_on.is_none()
                && other.name.trim().to_lowercase() == self.name.trim().to_lowercase()
        };
        if self.ended_on.is_none() && others.iter().any(twin) {
            return Err(Refusal {
                code: Code::Duplicate,
                field: Some("name"),
                message: format!("There is a group “{}” already. Choose another name.", self.name.trim()),
            });
        }
        Ok(())
    }

    /// A group does not end while the board owes it an answer.
    pub fn may_end(&self, unanswered: usize) -> Checked {
        if self.ended_on.is_none() || unanswered == 0 {
            return Ok(());
        }
        let requests = wording::count(unanswered as u64, "request has", "requests have");
        Err(Refusal::field(
            "ended_on",
            format!("Its {requests} no answer yet. Answer first, then end the group."),
        ))
    }

    pub fn has_ended(&self, day: NaiveDate) -> bool {
        self.ended_on.is_some_and(|ended| ended <= day)
    }

    /// Whether it owes progress to a meeting on that day.
    pub fn owes_progress(&self, day: NaiveDate) -> bool {
        !self.owes.trim().is_empty() && !self.has_ended(day)
    }

    /// Whether an item names it, in its title or as its lead.
    pub fn is_named_by(&self, item: &AgendaItem) -> bool {
        let name = self.name.trim().to_lowercase();
        [&item.title, &item.lead_words].iter().any(|words| words.to_lowercase().contains(&name))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use uuid::Uuid;

    use super::*;

    pub(crate) fn group(n: u128, name: &str) -> Group {
        Group {
            id: GroupId(Uuid::from_u128(n)),
            version: 1,
            name: name.into(),
            kind: GroupKind::YoungPeople,
            about: String::new(),
            meets: String::new(),
            engages: String::new(),
            owes: String::new(),
            cohorts: vec![],
            lead_id: None,
            people: vec![],
            ended_on: None,
        }
    }

    fn day(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, m, d).unwrap()
    }

    #[test]
    fn two_groups_do_not_share_a_name() {
        let council = group(1, "Children in Care Council");
        let twin = group(2, " children in care council ");
        let refused = twin.check(std::slice::from_ref(&council)).unwrap_err();
        assert_eq!((refused.code, refused.field), (Code::Duplicate, Some("name")));
        assert_eq!(council.check(std::slice::from_ref(&council)), Ok(()), "it is no twin of itself");
        let ended = Group { ended_on: Some(day(7, 1)), ..council };
        assert_eq!(twin.check(&[ended]), Ok(()), "a name may be taken up again");
        assert_eq!(group(3, " ").check(&[]).unwrap_err().message, "Enter the group's name.");
    }

    #[test]
    fn a_group_ends_once_its_requests_are_answered() {
        let ended = Group { ended_on: Some(day(7, 1)), ..group(1, "Forum") };
        let refused = ended.may_end(2).unwrap_err();
        assert_eq!(refused.message, "Its 2 requests have no answer yet. Answer first, then end the group.");
        assert!(ended.may_end(0).is_ok() && group(1, "Forum").may_end(2).is_ok());
    }

    #[test]
    fn progress_is_owed_until_the_group_ends() {
        let forum = Group { owes: "Who used the evening line".into(), ..group(1, "Care Leavers' Forum") };
        assert!(forum.owes_progress(day(11, 22)));
        let ended = Group { ended_on: Some(day(11, 22)), ..forum };
        assert!(!ended.owes_progress(day(11, 22)) && ended.owes_progress(day(11, 21)));
        assert!(!group(2, "Forum").owes_progress(day(11, 22)), "it owes none");
    }
}
