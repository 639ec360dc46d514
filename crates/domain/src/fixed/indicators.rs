//! Indicators that boards watch, to begin with: the board changes the wording, adds its own and leaves out what it does
//! not need. Definitions follow the yearly returns to the Department for Education (SSDA903, the workforce return) in
//! our own words.

use crate::promise::Better;

/// An indicator that a board may begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsualIndicator {
    /// Names it, for the request that adds it.
    pub key: &'static str,
    pub name: &'static str,
    /// For children: what it says of them.
    pub plain: &'static str,
    pub definition: &'static str,
    pub denominator: &'static str,
    pub ages: &'static str,
    pub unit: &'static str,
    /// False for an average, which counts nobody.
    pub counts: bool,
    pub better: Better,
    pub source: &'static str,
}

mod children;
mod leavers;

pub(super) const SSDA: &str = "Yearly return on children looked after (SSDA903)";
pub(super) const RECORDS: &str = "The council’s own records, each quarter";
pub(super) const VIRTUAL: &str = "Virtual School, each term";
pub(super) const DFE: &str = "Department for Education, yearly";
pub(super) const WORKFORCE: &str = "Children’s social work workforce return";

/// In the order in which screens offer them: homes, views and health, school, safety, care leavers, workers.
pub fn usual_indicators() -> impl Iterator<Item = &'static UsualIndicator> {
    children::INDICATORS.iter().chain(&leavers::INDICATORS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_key_and_a_name_of_its_own_and_says_what_is_counted() {
        for (at, it) in usual_indicators().enumerate() {
            let others = || usual_indicators().skip(at + 1);
            assert!(others().all(|other| other.key != it.key && other.name != it.name), "{}", it.name);
            assert!(!it.definition.is_empty() && !it.plain.is_empty(), "{}", it.name);
            assert!(it.unit != "%" || !it.denominator.is_empty(), "{}: out of whom?", it.name);
        }
    }

    #[test]
    fn an_average_hides_no_number_and_a_count_does() {
        let counts = |key: &str| usual_indicators().find(|it| it.key == key).unwrap().counts;
        assert!(!counts("sdq") && !counts("per_iro") && counts("missing") && counts("visitors"));
    }
}
