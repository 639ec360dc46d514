//! The people of Anytown's board, its seats, and who sat in them. All are invented.

use chrono::{NaiveDate, TimeDelta};
use pledgeboard_domain::{Person, Role, Seat, TermOfOffice};

use super::{
    calendar::Calendar,
    ids::{id, person, seat},
};
use crate::transfer::Records;

use Role::{
    Carer, Chair, Councillor, DemocraticServices, Director, LeadMember, Officer, ParticipationWorker,
    Partner, ViceChair, YoungRepresentative,
};

struct Member {
    key: &'static str,
    title: &'static str,
    name: &'static str,
    organisation: &'static str,
    job: &'static str,
    brings: &'static str,
    roles: &'static [Role],
}

const COUNCIL: &str = "Anytown Council";

const fn member(
    key: &'static str,
    title: &'static str,
    name: &'static str,
    roles: &'static [Role],
    job: &'static str,
    brings: &'static str,
) -> Member {
    Member { key, title, name, organisation: COUNCIL, job, brings, roles }
}

impl Member {
    const fn of(mut self, organisation: &'static str) -> Self {
        self.organisation = organisation;
        self
    }
}

const PEOPLE: [Member; 16] = [
    member(
        "yusuf",
        "Cllr",
        "Amina Yusuf",
        &[Chair, Councillor],
        "Chair of the board",
        "Chaired a school's governors for nine years; asks what changed since last time.",
    ),
    member(
        "hargreaves",
        "Cllr",
        "David Hargreaves",
        &[ViceChair, Councillor],
        "Vice-chair of the board",
        "Was a probation officer; knows how a young person finds a first flat.",
    ),
    member(
        "adeyemi",
        "Cllr",
        "Ruth Adeyemi",
        &[LeadMember, Councillor],
        "Lead member for children's services",
        "Takes what is stuck to Cabinet, and brings back the reply.",
    ),
    member(
        "okafor",
        "Cllr",
        "Sam Okafor",
        &[Councillor],
        "",
        "Visits a children's home every half-term; cooks badly and is told so.",
    ),
    member(
        "shah",
        "Cllr",
        "Ravi Shah",
        &[Councillor],
        "",
        "New this year; taught science at a secondary school.",
    ),
    member(
        "marsh",
        "",
        "Helen Marsh",
        &[Director],
        "Director of Children's Services",
        "Answers for everything the council does for its children.",
    ),
    member(
        "brennan",
        "",
        "Tom Brennan",
        &[Officer],
        "Head of Placements",
        "Foster homes, children's homes, and where brothers and sisters live.",
    ),
    member(
        "rahman",
        "Dr",
        "Nadia Rahman",
        &[Officer],
        "Virtual School Head",
        "School places, education plans and exam results.",
    ),
    member(
        "webb",
        "",
        "Colin Webb",
        &[DemocraticServices],
        "Democratic Services Officer",
        "Agendas, minutes and the action log.",
    ),
    member(
        "tanner",
        "",
        "Jess Tanner",
        &[ParticipationWorker],
        "Participation Worker",
        "Runs the Children in Care Council; makes sure that children hear back.",
    ),
    member(
        "nair",
        "",
        "Priya Nair",
        &[Partner],
        "Designated Nurse for Children in Care",
        "Health checks, dentists and mental health support.",
    )
    .of("Anytown and Vale NHS"),
    member(
        "young1",
        "",
        "young representative 1",
        &[YoungRepresentative],
        "",
        "Member of the Children in Care Council.",
    )
    .of(""),
    member(
        "young2",
        "",
        "young representative 2",
        &[YoungRepresentative],
        "",
        "Member of the Care Leavers' Forum.",
    )
    .of(""),
    member(
        "lomas",
        "",
        "Beverley Lomas",
        &[Carer],
        "Foster carer",
        "Twenty-two years of fostering; speaks for carers.",
    )
    .of("Anytown Foster Carers' Association"),
    member("price", "Cllr", "Gwen Price", &[Councillor], "", "Nursed for thirty years."),
    member("whitfield", "Cllr", "Joan Whitfield", &[Councillor], "", "Named substitute."),
];

struct Place {
    key: &'static str,
    name: &'static str,
    role: Role,
    organisation: &'static str,
    counts: bool,
    /// Who sat there, with days before today on which the term began and ended.
    sat: &'static [(&'static str, i64, Option<i64>)],
}

const fn place(
    key: &'static str,
    name: &'static str,
    role: Role,
    counts: bool,
    sat: &'static [(&'static str, i64, Option<i64>)],
) -> Place {
    Place { key, name, role, organisation: COUNCIL, counts, sat }
}

impl Place {
    const fn of(mut self, organisation: &'static str) -> Self {
        self.organisation = organisation;
        self
    }
}

/// Days ago on which Cllr Price left the council.
const PRICE_LEFT: i64 = 39;

const SEATS: [Place; 15] = [
    place("chair", "Chair", Chair, true, &[("yusuf", 550, None)]),
    place("vice", "Vice-chair", ViceChair, true, &[("price", 900, Some(551)), ("hargreaves", 550, None)]),
    place("lead", "Lead member for children's services", LeadMember, true, &[("adeyemi", 550, None)]),
    place("cllr1", "Councillor", Councillor, true, &[("okafor", 550, None)]),
    place("cllr2", "Councillor", Councillor, true, &[("price", 550, Some(PRICE_LEFT)), ("shah", 24, None)]),
    place("director", "Director of Children's Services", Director, false, &[("marsh", 1300, None)]),
    place("placements", "Head of Placements", Officer, false, &[("brennan", 800, None)]),
    place("school", "Virtual School Head", Officer, false, &[("rahman", 420, None)]),
    place("services", "Democratic services", DemocraticServices, false, &[("webb", 1600, None)]),
    place("participation", "Participation", ParticipationWorker, false, &[("tanner", 700, None)]),
    place("health", "Health", Partner, true, &[("nair", 480, None)]).of("Anytown and Vale NHS"),
    place("young1", "Children in Care Council", YoungRepresentative, false, &[("young1", 430, None)]).of(""),
    place("young2", "Care Leavers' Forum", YoungRepresentative, false, &[("young2", 250, None)]).of(""),
    place("carer", "Foster carers", Carer, true, &[("lomas", 1100, None)])
        .of("Anytown Foster Carers' Association"),
    place("police", "Police", Partner, false, &[]).of("Anytown Police"),
];

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    for it in &PEOPLE {
        to.people.push(made(it, calendar.today));
    }
    for (position, it) in (0..).zip(&SEATS) {
        let seat_id = seat(it.key);
        to.seats.push(Seat {
            id: seat_id,
            version: 1,
            name: it.name.into(),
            role: it.role,
            organisation: it.organisation.into(),
            counts_for_quorum: it.counts,
            position,
            closed_on: None,
        });
        for (who, from, until) in it.sat {
            to.terms.push(TermOfOffice {
                id: id("term of office", &format!("{} {who}", it.key)),
                version: 1,
                seat_id,
                person_id: person(who),
                from: calendar.day(*from),
                to: until.map(|days| calendar.day(days)),
            });
        }
    }
}

fn made(it: &Member, today: NaiveDate) -> Person {
    let day = |ago| today - TimeDelta::days(ago);
    let works_here = it.organisation == COUNCIL;
    let address = it.name.to_lowercase().replace(' ', ".");
    // The one young representative who said yes to a first name.
    let agreed = it.key == "young1";
    Person {
        id: person(it.key),
        version: 1,
        title: it.title.into(),
        name: it.name.into(),
        organisation: it.organisation.into(),
        job: it.job.into(),
        brings: it.brings.into(),
        roles: it.roles.to_vec(),
        first_name: if agreed { "Kai".into() } else { String::new() },
        name_agreed_on: agreed.then(|| day(210)),
        name_agreed_with: if agreed { "social worker".into() } else { String::new() },
        email: if works_here { format!("{address}@anytown.example") } else { String::new() },
        phone: if it.key == "webb" { "01632 960 114".into() } else { String::new() },
        left_on: (it.key == "price").then(|| day(PRICE_LEFT)),
    }
}
