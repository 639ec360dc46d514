//! Plain text as officers write it: paragraphs, and the points beneath them ("• …", "- …", "(a) …").

use crate::block::{Block, Item, List, plain};

/// A paragraph with the points that belong to it.
#[derive(Debug, PartialEq, Eq)]
pub struct Paragraph<'a> {
    pub words: &'a str,
    /// Each with what stands before it: "•", "(a)".
    pub points: Vec<(String, &'a str)>,
}

/// Reads text line by line; an empty line is no paragraph.
pub fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let mut found: Vec<Paragraph<'_>> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (point(line), found.last_mut()) {
            (Some(point), Some(paragraph)) => paragraph.points.push(point),
            _ => found.push(Paragraph { words: line, points: Vec::new() }),
        }
    }
    found
}

/// The whole text as blocks.
pub fn blocks(text: &str) -> Vec<Block> {
    paragraphs(text).iter().flat_map(Paragraph::blocks).collect()
}

impl Paragraph<'_> {
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::runs(plain(self.words))];
        if let Some((first, _)) = self.points.first() {
            let ordered = first != "•";
            let items = self.points.iter().map(|(label, words)| Item::new(label.as_str(), plain(*words)));
            blocks.push(Block::List(List { items: items.collect(), ordered }));
        }
        blocks
    }
}

/// "• words", "- words", "(a) words" and "iv) words" are points; a dash or a bracket without a space is not.
fn point(line: &str) -> Option<(String, &str)> {
    let (marker, words) = line.split_once(char::is_whitespace)?;
    let words = words.trim();
    if matches!(marker, "•" | "·" | "-" | "–" | "*") {
        return Some(("•".to_owned(), words));
    }
    let inside = marker.strip_suffix(')')?;
    let inside = inside.strip_prefix('(').unwrap_or(inside);
    let short =
        (1..=4).contains(&inside.len()) && inside.bytes().all(|letter| letter.is_ascii_alphanumeric());
    short.then(|| (format!("({inside})"), words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(line: &str) -> Vec<(String, &str)> {
        paragraphs(line).pop().map(|it| it.points).unwrap_or_default()
    }

    #[test]
    fn points_belong_to_the_paragraph_above_them() {
        let text = "The board heard that:\n• homes are full;\n- carers are tired.\n\nIt asked why.\n(a) Soon\nb) Late";
        let found = paragraphs(text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].points, [("•".into(), "homes are full;"), ("•".into(), "carers are tired.")]);
        assert_eq!(found[1].points, [("(a)".into(), "Soon"), ("(b)".into(), "Late")]);
    }

    #[test]
    fn ordinary_sentences_stay_paragraphs() {
        for line in
            ["(see minute 20) It was noted.", "-5 degrees outside", "Cllr Price (Chair) spoke.", "• alone"]
        {
            assert_eq!(points(line), [], "{line}");
            assert_eq!(paragraphs(line)[0].words, line);
        }
    }
}
