//! Dates, times, durations, lists and counts in the words that every screen and document uses.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// "Thursday 3 December 2026".
#[must_use]
pub fn date(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// "3 December 2026".
#[must_use]
pub fn date_without_weekday(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// "3 December".
#[must_use]
pub fn day_and_month(date: NaiveDate) -> String {
    date.format("%-d %B").to_string()
}

/// "3 December", or "3 December 2027" when it is not in the year of `today`.
#[must_use]
pub fn near_date(date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() { day_and_month(date) } else { date_without_weekday(date) }
}

/// "December 2026".
#[must_use]
pub fn month(date: NaiveDate) -> String {
    date.format("%B %Y").to_string()
}

/// "5:30pm", "10am". Seconds are left out.
#[must_use]
pub fn time(time: NaiveTime) -> String {
    let (afternoon, hour) = time.hour12();
    let half = if afternoon { "pm" } else { "am" };
    match time.minute() {
        0 => format!("{hour}{half}"),
        minute => format!("{hour}:{minute:02}{half}"),
    }
}

/// "1 hour 20 minutes", "45 minutes", "2 hours".
#[must_use]
pub fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => count(rest.into(), "minute", "minutes"),
        (hours, 0) => count(hours.into(), "hour", "hours"),
        (hours, rest) => {
            format!("{} {}", count(hours.into(), "hour", "hours"), count(rest.into(), "minute", "minutes"))
        }
    }
}

/// How long something has waited: "today", "3 days", "1 week", "11 weeks". Weeks are whole ones.
#[must_use]
pub fn waited(since: NaiveDate, today: NaiveDate) -> String {
    match (today - since).num_days() {
        ..=0 => "today".into(),
        days @ 1..=6 => count(days.unsigned_abs(), "day", "days"),
        days => count((days / 7).unsigned_abs(), "week", "weeks"),
    }
}

/// "1 voice", "3 voices", "0 voices"; thousands with a comma.
#[must_use]
pub fn count(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// A number with commas: "1,250".
#[must_use]
pub fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// "one" to "ten"; beyond that in digits, with commas.
#[must_use]
pub fn in_words(n: usize) -> String {
    const WORDS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = n.checked_sub(1).and_then(|at| WORDS.get(at));
    word.map_or_else(|| number(u64::try_from(n).unwrap_or(u64::MAX)), |word| (*word).to_owned())
}

/// "a, b and c".
#[must_use]
pub fn list<S: AsRef<str>>(parts: &[S]) -> String {
    join(parts, "and")
}

/// "a, b or c".
#[must_use]
pub fn either<S: AsRef<str>>(parts: &[S]) -> String {
    join(parts, "or")
}

fn join<S: AsRef<str>>(parts: &[S], word: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    match parts.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

/// The letters of the n-th part, from 0: "(a)" … "(z)", "(aa)", "(ab)" …
#[must_use]
pub fn lettered(n: usize) -> String {
    let mut letters = vec![];
    let mut rest = n;
    loop {
        letters.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or_default()));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    format!("({})", letters.iter().rev().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn dates() {
        let meeting = day(2026, 12, 3);
        assert_eq!(date(meeting), "Thursday 3 December 2026");
        assert_eq!(date_without_weekday(meeting), "3 December 2026");
        assert_eq!(day_and_month(meeting), "3 December");
        assert_eq!(month(meeting), "December 2026");
        assert_eq!(near_date(meeting, day(2026, 11, 22)), "3 December");
        assert_eq!(near_date(meeting, day(2027, 1, 2)), "3 December 2026");
    }

    #[test]
    fn times() {
        let at = |h, m| time(NaiveTime::from_hms_opt(h, m, 59).unwrap());
        assert_eq!([at(17, 30), at(14, 2), at(10, 0), at(9, 5)], ["5:30pm", "2:02pm", "10am", "9:05am"]);
        assert_eq!([at(0, 15), at(12, 15)], ["12:15am", "12:15pm"]);
    }

    #[test]
    fn durations() {
        let told = [0, 1, 45, 60, 61, 80, 120].map(duration);
        let want = [
            "0 minutes",
            "1 minute",
            "45 minutes",
            "1 hour",
            "1 hour 1 minute",
            "1 hour 20 minutes",
            "2 hours",
        ];
        assert_eq!(told, want);
    }

    #[test]
    fn waiting() {
        let today = day(2026, 11, 22);
        let told = [(11, 22), (11, 23), (11, 21), (11, 16), (11, 15), (9, 6)]
            .map(|(m, d)| waited(day(2026, m, d), today));
        assert_eq!(told, ["today", "today", "1 day", "6 days", "1 week", "11 weeks"]);
    }

    #[test]
    fn counts() {
        assert_eq!(count(1, "voice", "voices"), "1 voice");
        assert_eq!(
            [0, 3, 1250].map(|n| count(n, "voice", "voices")),
            ["0 voices", "3 voices", "1,250 voices"]
        );
        assert_eq!([999, 1000, 1_234_567].map(number), ["999", "1,000", "1,234,567"]);
    }

    #[test]
    fn lists() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(either(&["a", "b", "c"]), "a, b or c");
    }

    #[test]
    fn letters() {
        let told = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(lettered);
        assert_eq!(told, ["(a)", "(b)", "(z)", "(aa)", "(ab)", "(az)", "(ba)", "(zz)", "(aaa)"]);
    }

    proptest! {
        #[test]
        fn a_number_keeps_its_digits(n: u64) {
            prop_assert_eq!(number(n).replace(',', ""), n.to_string());
        }

        #[test]
        fn no_two_parts_share_letters(a in 0..20_000usize, b in 0..20_000usize) {
            prop_assert_eq!(a == b, lettered(a) == lettered(b));
        }
    }
}
