//! Hiding small counts in anything that is published, so that no child can be recognised (rule 6).
//!
//! A count of 1 to 4 is hidden. Where a total would give it away, more counts are hidden with it, the smallest first.
//! The symbol is the Department for Education's for confidential figures, "c". A nought is shown.
//!
//! What is promised: somebody who knows every figure shown, and that a hidden one is at least 1, cannot work out any
//! hidden figure. What is not: a range can still be worked out, and two tables published separately are not compared.

mod table;

use std::fmt;

use serde::{Deserialize, Serialize};

use self::table::Totalled;

/// Counts from 1 to this are hidden.
pub const LARGEST_HIDDEN: u32 = 4;

/// Printed under every table in which a figure is hidden.
pub const NOTE: &str = "c: hidden, so that no child can be recognised. Counts of 1 to 4 are hidden, and another figure \
                        where a total would give one away.";

/// A count as it may be published. It prints as a number, or as "c".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Published {
    Shown(u32),
    Hidden,
}

impl Published {
    /// For reading aloud and for running text: "7", "hidden".
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Shown(count) => count.to_string(),
            Self::Hidden => "hidden".into(),
        }
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shown(count) => count.fmt(f),
            Self::Hidden => f.write_str("c"),
        }
    }
}

/// Whether a count is too small to publish.
#[must_use]
pub const fn is_small(count: u32) -> bool {
    count >= 1 && count <= LARGEST_HIDDEN
}

/// One count that stands alone and is in no total: "7", "none", "fewer than 5".
#[must_use]
pub fn alone(count: u32) -> String {
    match count {
        0 => "none".into(),
        small if is_small(small) => "fewer than 5".into(),
        count => count.to_string(),
    }
}

/// Units in which nobody counts people.
const NOT_PEOPLE: [&str; 9] = ["%", "£", "minute", "hour", "day", "week", "month", "year", "mile"];

/// Whether a measured figure may be a small count of children: of people, or of nobody knows what.
///
/// ```
/// # use pledgeboard_domain::small_numbers::hides_measure;
/// assert!(hides_measure(3.0, "children") && hides_measure(3.0, ""));
/// assert!(!hides_measure(3.0, "weeks") && !hides_measure(0.0, "children") && !hides_measure(5.0, "children"));
/// ```
#[must_use]
pub fn hides_measure(value: f64, unit: &str) -> bool {
    let unit = unit.trim().to_lowercase();
    let one = unit.strip_suffix('s').unwrap_or(&unit);
    value > 0.0 && value <= f64::from(LARGEST_HIDDEN) && !NOT_PEOPLE.contains(&one)
}

/// Whether one figure may not be published: a count of 1 to 4; or a share of a group of which 1 to 4 children are, or
/// are not, what it says. Nothing is hidden of an average, which counts nobody.
#[must_use]
pub fn hides_figure(value: f64, out_of: Option<i64>, unit: &str, counts: bool) -> bool {
    let small = |count: f64| count.round() >= 1.0 && count.round() <= f64::from(LARGEST_HIDDEN);
    match (unit.trim(), out_of) {
        _ if !counts => false,
        ("%", None) => false,
        ("%", Some(of)) => {
            // A council has fewer children than a float has whole numbers.
            let of = f64::from(u32::try_from(of).unwrap_or(u32::MAX));
            let are = value / 100.0 * of;
            small(are) || small(of - are)
        }
        _ => hides_measure(value, unit),
    }
}

/// The counts of one row. With `total_published`, the total that [`total`] gives may stand beside them: what is shown
/// does not give a hidden count away.
#[must_use]
pub fn suppress(row: &[u32], total_published: bool) -> Vec<Published> {
    let mut hidden: Vec<bool> = row.iter().map(|count| is_small(*count)).collect();
    if total_published && total(row) != Published::Hidden && gives_away(row) {
        let smallest = (0..row.len()).filter(|i| row[*i] > LARGEST_HIDDEN).min_by_key(|i| row[*i]);
        if let Some(second) = smallest {
            hidden[second] = true;
        }
    }
    publish(row, &hidden)
}

/// The total of a row, as it may be published beside [`suppress`] with `total_published`: hidden if it is small, or if
/// it is the number of ones in the row and there is no larger count to hide with them.
#[must_use]
pub fn total(row: &[u32]) -> Published {
    let sum = sum(row);
    let ones_only = sum > 0 && row.iter().all(|count| *count <= 1);
    if is_small(sum) || ones_only { Published::Hidden } else { Published::Shown(sum) }
}

/// Whether the small counts alone, with their sum known, have only one solution: one count; or all of them 1, the
/// least that they can be; or all of them 4, the most.
fn gives_away(row: &[u32]) -> bool {
    let mut small = row.iter().filter(|count| is_small(**count));
    let Some(first) = small.next() else { return false };
    let rest: Vec<&u32> = small.collect();
    rest.is_empty() || matches!(*first, 1 | LARGEST_HIDDEN) && rest.iter().all(|count| *count == first)
}

fn sum(counts: &[u32]) -> u32 {
    counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
}

fn publish(counts: &[u32], hidden: &[bool]) -> Vec<Published> {
    let published =
        |(count, hidden): (&u32, &bool)| if *hidden { Published::Hidden } else { Published::Shown(*count) };
    counts.iter().zip(hidden).map(published).collect()
}

/// A table as it may be published, with all its totals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PublishedTable {
    pub rows: Vec<Vec<Published>>,
    pub row_totals: Vec<Published>,
    pub column_totals: Vec<Published>,
    pub total: Published,
}

impl PublishedTable {
    /// Whether [`NOTE`] must stand under it.
    #[must_use]
    pub fn hides_anything(&self) -> bool {
        let totals = self.row_totals.iter().chain(&self.column_totals).chain([&self.total]);
        self.rows.iter().flatten().chain(totals).any(|count| *count == Published::Hidden)
    }
}

/// A table with row totals, column totals and a grand total. Short rows are filled up with noughts.
///
/// Totals are figures like the others: small ones are hidden, and others may be hidden to protect a count.
#[must_use]
pub fn suppress_table(rows: &[Vec<u32>]) -> PublishedTable {
    let table = Totalled::new(rows);
    let mut shown = table.published();
    let mut column_totals = shown.pop().unwrap_or_default();
    let total = column_totals.pop().unwrap_or(Published::Shown(0));
    let row_totals = shown.iter_mut().map(|row| row.pop().unwrap_or(Published::Shown(0))).collect();
    PublishedTable { rows: shown, row_totals, column_totals, total }
}

#[cfg(test)]
mod tests;
