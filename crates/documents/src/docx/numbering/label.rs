//! How a label counts: "(a)", "3.", "20.1", "iv)".

/// A label without its number: what stands before it, how it counts, what stands after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    before: String,
    counts: Counts,
    after: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counts {
    Figures,
    Letters,
    Capitals,
    Roman,
    RomanCapitals,
    /// Not at all: the label is the same words each time.
    Never,
}

impl Pattern {
    /// Word's name for it (ISO/IEC 29500-1, 17.18.59).
    pub fn format(&self) -> &'static str {
        match self.counts {
            Counts::Figures | Counts::Never => "decimal",
            Counts::Letters => "lowerLetter",
            Counts::Capitals => "upperLetter",
            Counts::Roman => "lowerRoman",
            Counts::RomanCapitals => "upperRoman",
        }
    }

    /// The label with a place for the number, as Word has it at a level from 1: "(%1)".
    pub fn text(&self, level: usize) -> String {
        match self.counts {
            Counts::Never => self.before.clone(),
            _ => format!("{}%{level}{}", self.before, self.after),
        }
    }

    /// How long labels are.
    pub fn letters(&self) -> usize {
        let number = if self.counts == Counts::Never { 0 } else { 2 };
        self.before.chars().count() + number + self.after.chars().count()
    }
}

/// Every way in which a label can be read, the likeliest first; none where Word could not write it.
pub fn readings(label: &str) -> Vec<(Pattern, u32)> {
    // A sign of per cent would be read as a place for a number.
    if label.contains('%') || label.trim().is_empty() {
        return vec![];
    }
    let end = label.trim_end_matches(|letter: char| !letter.is_alphanumeric()).len();
    let (head, after) = label.split_at(end);
    let start = head.trim_end_matches(char::is_alphanumeric).len();
    let (before, number) = head.split_at(start);
    let mut found: Vec<(Pattern, u32)> = counted(number)
        .into_iter()
        .map(|(counts, number)| {
            (Pattern { before: before.to_owned(), counts, after: after.to_owned() }, number)
        })
        .collect();
    found.push((Pattern { before: label.to_owned(), counts: Counts::Never, after: String::new() }, 1));
    found
}

fn counted(number: &str) -> Vec<(Counts, u32)> {
    let mut found = Vec::new();
    let plain = number.len() < 6 && !number.starts_with('0') && number.bytes().all(|it| it.is_ascii_digit());
    if let Some(value) = number.parse().ok().filter(|_| plain) {
        found.push((Counts::Figures, value));
    }
    // Beyond z, Word goes on with aa, bb, cc, which is not how we go on.
    if let [letter] = number.as_bytes() {
        match letter {
            b'a'..=b'z' => found.push((Counts::Letters, u32::from(letter - b'a') + 1)),
            b'A'..=b'Z' => found.push((Counts::Capitals, u32::from(letter - b'A') + 1)),
            _ => {}
        }
    }
    let of = |counts, small: &str| Some((counts, roman(small)?));
    if number.bytes().all(|it| it.is_ascii_lowercase()) {
        found.extend(of(Counts::Roman, number));
    } else if number.bytes().all(|it| it.is_ascii_uppercase()) {
        found.extend(of(Counts::RomanCapitals, &number.to_lowercase()));
    }
    found
}

/// Up to 39, as lists in minutes go.
fn roman(number: &str) -> Option<u32> {
    (1..40).find(|value| {
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
        let of =
            |index: u32| ones.get(usize::try_from(index).unwrap_or_default()).copied().unwrap_or_default();
        number == format!("{}{}", "x".repeat(usize::try_from(value / 10).unwrap_or_default()), of(value % 10))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(label: &str) -> Option<(String, &'static str, u32)> {
        readings(label).into_iter().next().map(|(it, number)| (it.text(1), it.format(), number))
    }

    #[test]
    fn labels_are_read_as_word_counts() {
        let read = |label: &str| first(label).unwrap();
        assert_eq!(read("(c)"), ("(%1)".into(), "lowerLetter", 3));
        assert_eq!(read("12."), ("%1.".into(), "decimal", 12));
        assert_eq!(read("20.3"), ("20.%1".into(), "decimal", 3));
        assert_eq!(read("xiv)"), ("%1)".into(), "lowerRoman", 14));
        assert_eq!(read("(aa)"), ("(aa)".into(), "decimal", 1));
        assert_eq!(read("A26-001"), ("A26-001".into(), "decimal", 1));
        assert_eq!((first("50%"), first(" ")), (None, None));
    }
}
