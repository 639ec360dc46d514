//! People, the seats of the board, and who sits in them when (domain rule 8).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    id::{PersonId, SeatId, TermOfOfficeId},
    refusal::{Checked, Refusal},
    text,
};

crate::text_enum! {
    Role {
        Chair = "chair" => "chair",
        ViceChair = "vice_chair" => "vice-chair",
        LeadMember = "lead_member" => "lead member",
        Councillor = "councillor" => "councillor",
        Director = "director" => "director",
        Officer = "officer" => "officer",
        DemocraticServices = "democratic_services" => "democratic services officer",
        ParticipationWorker = "participation_worker" => "participation worker",
        Partner = "partner" => "partner",
        YoungRepresentative = "young_representative" => "young representative",
        Carer = "carer" => "carer",
        Observer = "observer" => "observer",
    }
}

impl Role {
    /// Elected members: entitled to exempt text, and counted for the quorum of a statutory committee.
    pub fn is_councillor(self) -> bool {
        matches!(self, Self::Chair | Self::ViceChair | Self::LeadMember | Self::Councillor)
    }
}

/// Anyone named. A young representative is a label unless they said yes to a first name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Person {
    pub id: PersonId,
    pub version: i64,
    /// "Cllr", "Dr"; empty for none.
    pub title: String,
    /// For a young representative the label: "young representative 1".
    pub name: String,
    pub organisation: String,
    pub job: String,
    /// What they bring to the board.
    pub brings: String,
    pub roles: Vec<Role>,
    /// A young representative's first name; only with `name_agreed_on`.
    pub first_name: String,
    /// The day the young representative said yes to their first name being printed.
    pub name_agreed_on: Option<NaiveDate>,
    /// Under 16: who else said yes, as council policy asks (a role, not a name).
    pub name_agreed_with: String,
    pub email: String,
    pub phone: String,
    /// The day they left; their history stays.
    pub left_on: Option<NaiveDate>,
}

impl Person {
    pub fn check(&self) -> Checked {
        text::required("name", "a name", &self.name, text::SHORT)?;
        text::optional("title", "the title", &self.title, 40)?;
        text::optional("organisation", "the organisation", &self.organisation, text::SHORT)?;
        text::optional("job", "the job", &self.job, text::SHORT)?;
        text::optional("brings", "what they bring", &self.brings, text::MEDIUM)?;
        text::optional("first_name", "the first name", &self.first_name, 60)?;
        text::optional("email", "the e-mail address", &self.email, text::SHORT)?;
        text::optional("phone", "the telephone number", &self.phone, 60)?;
        if !self.email.is_empty() && !self.email.contains('@') {
            return Err(Refusal::field("email", "An e-mail address has an @ in it."));
        }
        if self.is_young_representative() && !self.name.to_lowercase().starts_with("young representative") {
            return Err(Refusal::field(
                "name",
                "A young representative is listed by a label such as “young representative 1”, never by name.",
            ));
        }
        if !self.first_name.is_empty() && (!self.is_young_representative() || self.name_agreed_on.is_none()) {
            return Err(Refusal::field(
                "first_name",
                "Enter a young representative's first name only with the date on which they said yes.",
            ));
        }
        if self.roles.is_empty() {
            return Err(Refusal::field("roles", "Choose at least one role."));
        }
        Ok(())
    }

    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    pub fn is_councillor(&self) -> bool {
        self.roles.iter().any(|role| role.is_councillor())
    }

    pub fn is_young_representative(&self) -> bool {
        self.has(Role::YoungRepresentative)
    }

    /// The name as any document may print it: "Cllr Amina Yusuf"; a young representative's label or agreed first name.
    pub fn printed_name(&self) -> String {
        if self.is_young_representative() {
            return match self.name_agreed_on {
                Some(_) if !self.first_name.is_empty() => self.first_name.clone(),
                _ => self.name.clone(),
            };
        }
        if self.title.is_empty() { self.name.clone() } else { format!("{} {}", self.title, self.name) }
    }

    /// How a screen greets them: by the first of their names, a young representative by label or agreed name.
    pub fn greeting(&self) -> String {
        if self.is_young_representative() {
            return self.printed_name();
        }
        self.name.split_whitespace().next().unwrap_or(&self.name).to_owned()
    }

    pub fn has_left(&self, today: NaiveDate) -> bool {
        self.left_on.is_some_and(|day| day <= today)
    }
}

/// A place on the board, filled or empty: "Chair", "Police", "Foster carer".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Seat {
    pub id: SeatId,
    pub version: i64,
    pub name: String,
    pub role: Role,
    /// The council, or the partner that fills the seat.
    pub organisation: String,
    /// Whether whoever sits here counts for the quorum.
    pub counts_for_quorum: bool,
    pub position: i64,
    /// The day the seat was abolished.
    pub closed_on: Option<NaiveDate>,
}

impl Seat {
    pub fn check(&self) -> Checked {
        text::required("name", "the seat's name", &self.name, text::SHORT)?;
        text::optional("organisation", "the organisation", &self.organisation, text::SHORT)
    }
}

/// Who sits in a seat from when to when (both days included). History is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TermOfOffice {
    pub id: TermOfOfficeId,
    pub version: i64,
    pub seat_id: SeatId,
    pub person_id: PersonId,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
}

impl TermOfOffice {
    /// In order, and not over another term in the same seat.
    pub fn check(&self, others: &[TermOfOffice]) -> Checked {
        in_order(self.from, self.to)?;
        let clash = others.iter().find(|other| {
            other.id != self.id
                && other.seat_id == self.seat_id
                && overlaps((self.from, self.to), (other.from, other.to))
        });
        match clash {
            Some(_) => Err(Refusal::field(
                "from",
                "Someone else sits in this seat on that day. End their term first.",
            )),
            None => Ok(()),
        }
    }

    pub fn holds_on(&self, day: NaiveDate) -> bool {
        holds((self.from, self.to), day)
    }
}

/// Whether a span of days, open-ended or not, includes `day`.
pub(crate) fn holds(span: (NaiveDate, Option<NaiveDate>), day: NaiveDate) -> bool {
    span.0 <= day && span.1.is_none_or(|to| day <= to)
}

pub(crate) fn overlaps(a: (NaiveDate, Option<NaiveDate>), b: (NaiveDate, Option<NaiveDate>)) -> bool {
    a.1.is_none_or(|to| b.0 <= to) && b.1.is_none_or(|to| a.0 <= to)
}

pub(crate) fn in_order(from: NaiveDate, to: Option<NaiveDate>) -> Checked {
    match to {
        Some(to) if to < from => Err(Refusal::field("to", "The last day is before the first day.")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, d).unwrap()
    }

    fn person(roles: &[Role], name: &str) -> Person {
        Person {
            id: PersonId(Uuid::nil()),
            version: 1,
            title: "Cllr".into(),
            name: name.into(),
            organisation: String::new(),
            job: String::new(),
            brings: String::new(),
            roles: roles.into(),
            first_name: String::new(),
            name_agreed_on: None,
            name_agreed_with: String::new(),
            email: String::new(),
            phone: String::new(),
            left_on: None,
        }
    }

    #[test]
    fn a_young_representative_is_a_label_until_they_said_yes() {
        let mut young = person(&[Role::YoungRepresentative], "Young representative 1");
        assert!(young.check().is_ok());
        young.first_name = "Sam".into();
        assert_eq!(young.check().unwrap_err().field, Some("first_name"));
        assert_eq!(young.printed_name(), "Young representative 1");
        young.name_agreed_on = Some(day(1));
        assert!(young.check().is_ok());
        assert_eq!(young.printed_name(), "Sam");
        assert_eq!(
            person(&[Role::YoungRepresentative], "Sam Smith").check().unwrap_err().field,
            Some("name")
        );
    }

    #[test]
    fn one_person_to_a_seat_at_a_time() {
        let term = |n: u128, from, to: Option<u32>| TermOfOffice {
            id: TermOfOfficeId(Uuid::from_u128(n)),
            version: 1,
            seat_id: SeatId(Uuid::nil()),
            person_id: PersonId(Uuid::nil()),
            from: day(from),
            to: to.map(day),
        };
        let first = term(1, 1, Some(10));
        assert!(term(2, 10, None).check(std::slice::from_ref(&first)).is_err());
        assert!(term(2, 11, None).check(std::slice::from_ref(&first)).is_ok());
        assert!(term(2, 11, Some(5)).check(&[]).is_err());
        assert!(first.holds_on(day(10)) && !first.holds_on(day(11)));
    }
}
