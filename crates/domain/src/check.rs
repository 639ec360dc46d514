//! One dated judgement of a promise through one lens, and when lenses disagree (domain rule 7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    half_term::HalfTerm,
    id::{CheckId, EventId, PersonId, PromiseId},
    refusal::{Checked, Refusal},
    text, wording,
};

crate::text_enum! {
    Lens {
        Officers = "officers" => "officers say",
        LinkChampion = "link_champion" => "Link Champion saw",
        Children = "children" => "children and young people say",
    }
}

crate::text_enum! {
    Rating {
        Kept = "kept" => "kept",
        GettingThere = "getting_there" => "getting there",
        NotYet = "not_yet" => "not yet",
        /// A gap, not an opinion.
        CannotTell = "cannot_tell" => "can't tell yet",
    }
}

/// The three lenses are never averaged; each check stands for itself, with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Check {
    pub id: CheckId,
    pub version: i64,
    pub promise_id: PromiseId,
    pub lens: Lens,
    pub rating: Rating,
    pub on: NaiveDate,
    pub evidence: String,
    /// Where the evidence comes from: "quarterly report", "visit to Oak House", "survey of 34".
    pub source: String,
    pub event_id: Option<EventId>,
    pub person_id: Option<PersonId>,
}

impl Check {
    pub fn check(&self, today: NaiveDate) -> Checked {
        text::required("evidence", "what shows it", &self.evidence, text::MEDIUM)?;
        text::required("source", "where that comes from", &self.source, text::SHORT)?;
        if self.on > today {
            return Err(Refusal::field("on", "This day has not come yet."));
        }
        Ok(())
    }
}

/// Two lenses that differ, with the sentence that says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Disagreement {
    pub ratings: Vec<(Lens, Rating)>,
    /// "Officers say kept; children and young people say not yet."
    pub sentence: String,
}

/// The latest opinion through each lens within the last two half-terms ("can't tell yet" is none).
///
/// The window opens with the first day of the half-term before the one that `today` belongs to.
pub fn opinions(checks: &[Check], today: NaiveDate, half_terms: &[HalfTerm]) -> Vec<(Lens, Rating)> {
    let Some(opens) = window_opens(today, half_terms) else { return vec![] };
    Lens::ALL
        .iter()
        .filter_map(|&lens| {
            checks
                .iter()
                .filter(|check| check.lens == lens && check.on >= opens && check.on <= today)
                .max_by_key(|check| (check.on, check.id))
                .filter(|check| check.rating != Rating::CannotTell)
                .map(|check| (lens, check.rating))
        })
        .collect()
}

/// The first day of the last two half-terms: opinions count from then on.
pub fn window_opens(today: NaiveDate, half_terms: &[HalfTerm]) -> Option<NaiveDate> {
    let mut starts: Vec<NaiveDate> =
        half_terms.iter().map(|h| h.starts).filter(|starts| *starts <= today).collect();
    starts.sort_unstable();
    match starts.as_slice() {
        [] => None,
        [only] => Some(*only),
        [.., before, _] => Some(*before),
    }
}

/// Whether the lenses disagree about one promise, from that promise's own checks.
pub fn disagreement(checks: &[Check], today: NaiveDate, half_terms: &[HalfTerm]) -> Option<Disagreement> {
    let ratings = opinions(checks, today, half_terms);
    let first = ratings.first()?.1;
    if ratings.iter().all(|(_, rating)| *rating == first) {
        return None;
    }
    let lasted: Vec<usize> =
        ratings.iter().map(|(lens, _)| half_terms_said(checks, *lens, today, half_terms)).collect();
    // One length of time is news, three are a list: the longest, and the first of several.
    let longest = lasted.iter().copied().max().filter(|longest| *longest > 1);
    let told = longest.and_then(|longest| lasted.iter().position(|lasted| *lasted == longest));
    let sayings: Vec<String> = ratings
        .iter()
        .enumerate()
        .map(|(at, (lens, rating))| saying(*lens, *rating, longest.filter(|_| told == Some(at))))
        .collect();
    let mut sentence = sayings.join("; ");
    if let Some(letter) = sentence.get(..1).map(str::to_uppercase) {
        sentence.replace_range(..1, &letter);
    }
    sentence.push('.');
    Some(Disagreement { ratings, sentence })
}

/// For how many half-terms a lens has said the same without a break, up to its latest check; a half-term in which
/// nobody looked is no break.
fn half_terms_said(checks: &[Check], lens: Lens, today: NaiveDate, half_terms: &[HalfTerm]) -> usize {
    let mut said: Vec<&Check> =
        checks.iter().filter(|check| check.lens == lens && check.on <= today).collect();
    said.sort_unstable_by_key(|check| (check.on, check.id));
    let Some(latest) = said.last().copied() else { return 0 };
    let same = said.iter().rev().take_while(|check| check.rating == latest.rating);
    let first = same.last().map_or(latest.on, |check| check.on);
    // What happens in a holiday belongs to the half-term before it.
    let began = half_terms.iter().map(|term| term.starts).filter(|starts| *starts <= first).max();
    half_terms
        .iter()
        .filter(|term| began.is_none_or(|began| term.starts >= began) && term.starts <= latest.on)
        .count()
}

fn saying(lens: Lens, rating: Rating, half_terms: Option<usize>) -> String {
    let rating = rating.words();
    match (lens, half_terms) {
        (Lens::LinkChampion, None) => format!("the Link Champion saw {rating}"),
        (_, None) => format!("{} {rating}", lens.words()),
        (_, Some(count)) => {
            let (who, verb) = match lens {
                Lens::LinkChampion => ("the Link Champion", "has seen"),
                Lens::Officers => ("officers", "have said"),
                Lens::Children => ("children and young people", "have said"),
            };
            format!("{who} {verb} {rating} for {} half-terms", wording::in_words(count))
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{half_term::Term, id::HalfTermId};

    fn day(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, m, d).unwrap()
    }

    fn half_terms() -> Vec<HalfTerm> {
        [
            (Term::Summer2, day(6, 1), day(7, 21)),
            (Term::Autumn1, day(9, 1), day(10, 23)),
            (Term::Autumn2, day(11, 2), day(12, 18)),
        ]
        .into_iter()
        .map(|(term, starts, ends)| HalfTerm {
            id: HalfTermId(Uuid::nil()),
            version: 1,
            academic_year: 2026,
            term,
            starts,
            ends,
        })
        .collect()
    }

    fn check(lens: Lens, rating: Rating, on: NaiveDate) -> Check {
        Check {
            id: CheckId(Uuid::nil()),
            version: 1,
            promise_id: PromiseId(Uuid::nil()),
            lens,
            rating,
            on,
            evidence: "x".into(),
            source: "y".into(),
            event_id: None,
            person_id: None,
        }
    }

    #[test]
    fn two_lenses_that_differ_disagree_in_one_sentence() {
        let checks = [
            check(Lens::Officers, Rating::Kept, day(11, 9)),
            check(Lens::Children, Rating::NotYet, day(9, 9)),
        ];
        let found = disagreement(&checks, day(11, 22), &half_terms()).unwrap();
        assert_eq!(found.sentence, "Officers say kept; children and young people say not yet.");
    }

    #[test]
    fn it_says_for_how_long_the_longest_has_said_the_same() {
        let checks = [
            check(Lens::Officers, Rating::NotYet, day(5, 9)),
            check(Lens::Officers, Rating::Kept, day(6, 9)),
            check(Lens::Officers, Rating::Kept, day(11, 9)),
            check(Lens::LinkChampion, Rating::GettingThere, day(9, 9)),
            check(Lens::LinkChampion, Rating::GettingThere, day(11, 9)),
            check(Lens::Children, Rating::NotYet, day(9, 9)),
        ];
        let said = |checks: &[Check]| disagreement(checks, day(11, 22), &half_terms()).unwrap().sentence;
        assert_eq!(
            said(&checks),
            "Officers have said kept for three half-terms; the Link Champion saw getting there; children and young \
             people say not yet."
        );
        let changed_their_mind = check(Lens::Officers, Rating::NotYet, day(9, 20));
        let mut checks = checks.to_vec();
        checks.push(changed_their_mind);
        assert!(
            said(&checks).starts_with("Officers say kept; the Link Champion has seen getting there for two")
        );
    }

    #[test]
    fn an_old_check_is_no_opinion_any_more() {
        let checks = [
            check(Lens::Officers, Rating::Kept, day(11, 9)),
            check(Lens::Children, Rating::NotYet, day(6, 9)),
        ];
        assert_eq!(disagreement(&checks, day(11, 22), &half_terms()), None);
    }

    #[test]
    fn cannot_tell_is_a_gap_and_hides_the_older_opinion() {
        let checks = [
            check(Lens::Officers, Rating::Kept, day(11, 9)),
            check(Lens::Children, Rating::NotYet, day(9, 9)),
            check(Lens::Children, Rating::CannotTell, day(11, 10)),
        ];
        assert_eq!(disagreement(&checks, day(11, 22), &half_terms()), None);
    }

    #[test]
    fn only_the_latest_check_of_a_lens_counts() {
        let checks = [
            check(Lens::Officers, Rating::NotYet, day(9, 9)),
            check(Lens::Officers, Rating::Kept, day(11, 9)),
            check(Lens::LinkChampion, Rating::Kept, day(11, 8)),
        ];
        assert_eq!(disagreement(&checks, day(11, 22), &half_terms()), None);
    }
}
