//! Cohorts of children and young people that a board starts with. Each is broad: none may point at one child.
//! The board can rename, add and remove them. Wording and advice are ours.

use serde::Serialize;

use crate::cohort::AgeBand;

/// A cohort, with how those in it often prefer to be heard and told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DefaultCohort {
    pub name: &'static str,
    pub heard_by: &'static str,
    pub told_by: &'static str,
    /// Ages whose every child is in it.
    pub age_bands: &'static [AgeBand],
}

const fn cohort(name: &'static str, heard_by: &'static str, told_by: &'static str) -> DefaultCohort {
    DefaultCohort { name, heard_by, told_by, age_bands: &[] }
}

impl DefaultCohort {
    const fn everyone_aged(mut self, age_bands: &'static [AgeBand]) -> Self {
        self.age_bands = age_bands;
        self
    }
}

/// In the order in which screens offer them.
pub const COHORTS: [DefaultCohort; 17] = [
    cohort(
        "Under 5s",
        "Play, drawing and watching what they enjoy, with their carer there",
        "A picture or a story that the carer reads with them",
    )
    .everyone_aged(&[AgeBand::Under5]),
    cohort(
        "Primary age",
        "Games, drawing and making things in small groups; short questions",
        "A colourful page with pictures, and somebody to read it with",
    )
    .everyone_aged(&[AgeBand::From5To10]),
    cohort(
        "Secondary age",
        "Activities and food with people they know; short surveys on a phone",
        "A short page or film; a message that says what changed",
    )
    .everyone_aged(&[AgeBand::From11To15]),
    cohort(
        "Care leavers, 16 and 17",
        "Over a meal, or one to one with their personal adviser; text messages",
        "A text or a call from someone they know, with a link to more",
    ),
    cohort(
        "Care leavers, 18 to 24",
        "Drop-ins and evening meetings with travel paid; online groups",
        "The adults' edition by e-mail or post, and at the drop-in",
    )
    .everyone_aged(&[AgeBand::From18To25]),
    cohort(
        "Living out of area, next door",
        "Joining events near home with transport there and back; video calls",
        "By post or message, and on the next visit of the social worker",
    ),
    cohort(
        "Living out of area, at a distance",
        "Visits to where they live; video calls at a time that suits them",
        "By post or message, and in person when somebody visits",
    ),
    cohort(
        "Disabled children and those with special educational needs",
        "In the way that they communicate: signs, symbols, pictures, switches; with time and someone who knows them",
        "Symbols, large print, sound or film, each as the child needs",
    ),
    cohort(
        "Unaccompanied asylum-seeking children",
        "With an interpreter they trust, in small groups or one to one",
        "In their own language, spoken as well as written",
    ),
    cohort(
        "Children who speak little English",
        "With an interpreter, pictures and time",
        "In their own language, with pictures",
    ),
    cohort(
        "In foster care",
        "At activities and visits, without their carers listening in",
        "A page to keep, and a copy for the carers to talk about",
    ),
    cohort(
        "In children's homes",
        "Over a meal at home with visitors they have met before; residents' meetings",
        "On the notice board, and at the residents' meeting",
    ),
    cohort(
        "In kinship care",
        "At family activities; at home, if they like",
        "A page by post, with a copy for the family",
    ),
    cohort(
        "In secure homes",
        "Visits arranged with the home and the child's advocate",
        "In person, by somebody who visits, with a page that they may keep",
    ),
    cohort(
        "Awaiting adoption",
        "Play and stories with a worker whom they know well",
        "A story or picture at the pace that their worker advises",
    ),
    cohort(
        "Brothers and sisters living apart",
        "Together, at an activity that brings them to one place",
        "The same page to each of them on the same day",
    ),
    cohort(
        "Those who have turned away from meetings",
        "By whoever they still talk to; messages, music, art; asking what would make it worth their while",
        "A short personal message that says what came of it, even after a long time",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cohort_says_how_to_hear_and_how_to_tell() {
        for cohort in COHORTS {
            assert!(!cohort.heard_by.is_empty() && !cohort.told_by.is_empty(), "{}", cohort.name);
        }
        let mut names = COHORTS.map(|cohort| cohort.name);
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
