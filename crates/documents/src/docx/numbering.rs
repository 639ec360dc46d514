//! Bullets and numbers that are Word's own, so that they count on when somebody adds a line.

mod label;

use super::package::MAIN;
use super::xml::Xml;
use crate::DocumentError;
use label::{Pattern, readings};

/// Lists within lists; Word has nine levels.
const LEVELS: usize = 9;
/// Of one level, in twentieths of a point.
const INDENT: usize = 360;

/// One list of the document, as paragraphs refer to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    pub id: usize,
    /// From the label to the words, in twentieths of a point.
    pub hanging: usize,
    /// Where the words begin by the list's own account, from the left margin.
    pub left: usize,
}

/// The lists that were met so far.
pub struct Numbering {
    /// How labels look; the first is the bullet. A list's place here, from 0, is its definition's number.
    patterns: Vec<Option<Pattern>>,
    /// The definition, the level and the first number of each list; its id is its place here, from 1.
    lists: Vec<(usize, usize, u32)>,
    /// At each level, the list that may go on, and its next number.
    running: Vec<Option<(usize, u32)>>,
    /// Of the bullet, in RGB.
    colour: String,
    /// What labels need for each letter, in twentieths of a point.
    letter: usize,
}

impl Numbering {
    /// `body` is the size of the words, in points.
    pub fn new(colour: String, body: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size of letters")]
        let letter = (body * 20.0 * 0.58) as usize;
        let bullets = (0..LEVELS).map(|level| (0, level, 1)).collect();
        Self { patterns: vec![None], lists: bullets, running: vec![None; LEVELS], colour, letter }
    }

    pub fn bullet(&mut self, level: usize) -> Number {
        let level = level.min(LEVELS - 1);
        self.inner_lists_end(level);
        self.number(level + 1, 0, level)
    }

    /// The number that stands before an item. A list goes on where the label is the next one of the list before it at
    /// that level; otherwise one begins. None where Word cannot make such a label: it stands in the words then.
    pub fn label(&mut self, label: &str, following: Option<&str>, level: usize) -> Option<Number> {
        let level = level.min(LEVELS - 1);
        self.inner_lists_end(level);
        let running = self.running.get(level).copied().flatten();
        let found = readings(label);
        if let Some((id, next)) = running {
            let definition = self.lists.get(id - 1).map_or(0, |list| list.0);
            let pattern = self.patterns.get(definition).cloned().flatten();
            if next > 1 && found.iter().any(|(it, number)| *number == next && Some(it) == pattern.as_ref()) {
                self.set_running(level, id, next + 1);
                return Some(self.number(id, definition, level));
            }
        }
        let after = following.map(readings).unwrap_or_default();
        let goes_on = |it: &&(Pattern, u32)| after.contains(&(it.0.clone(), it.1 + 1));
        let (pattern, number) = found.iter().find(goes_on).or(found.first())?.clone();
        let definition = self.definition(pattern);
        self.lists.push((definition, level, number));
        let id = self.lists.len();
        self.set_running(level, id, number + 1);
        Some(self.number(id, definition, level))
    }

    /// A heading ends every list: what follows it counts on its own.
    pub fn end_all(&mut self) {
        self.running.fill(None);
    }

    fn inner_lists_end(&mut self, level: usize) {
        self.running.iter_mut().skip(level + 1).for_each(|it| *it = None);
    }

    fn set_running(&mut self, level: usize, id: usize, next: u32) {
        if let Some(running) = self.running.get_mut(level) {
            *running = Some((id, next));
        }
    }

    fn definition(&mut self, pattern: Pattern) -> usize {
        let known = self.patterns.iter().position(|it| it.as_ref() == Some(&pattern));
        known.unwrap_or_else(|| {
            self.patterns.push(Some(pattern));
            self.patterns.len() - 1
        })
    }

    fn number(&self, id: usize, definition: usize, level: usize) -> Number {
        Number { id, hanging: self.hanging(definition), left: self.left(definition, level) }
    }

    fn hanging(&self, definition: usize) -> usize {
        let letters = self.patterns.get(definition).and_then(Option::as_ref).map_or(1, Pattern::letters);
        (letters * self.letter + self.letter).max(INDENT)
    }

    fn left(&self, definition: usize, level: usize) -> usize {
        level * INDENT + self.hanging(definition)
    }

    pub fn part(&self) -> Result<Vec<u8>, DocumentError> {
        let mut xml = Xml::new("w:numbering", &[("xmlns:w", MAIN)]);
        for (definition, pattern) in self.patterns.iter().enumerate() {
            xml.open("w:abstractNum", &[("w:abstractNumId", &definition.to_string())]);
            xml.value("w:multiLevelType", "multilevel");
            for level in 0..LEVELS {
                self.level(&mut xml, definition, pattern.as_ref(), level);
            }
            xml.close();
        }
        for (index, (definition, level, first)) in self.lists.iter().enumerate() {
            xml.open("w:num", &[("w:numId", &(index + 1).to_string())]);
            xml.value("w:abstractNumId", &definition.to_string());
            if *definition > 0 {
                xml.open("w:lvlOverride", &[("w:ilvl", &level.to_string())]);
                xml.value("w:startOverride", &first.to_string());
                xml.close();
            }
            xml.close();
        }
        xml.finish()
    }

    fn level(&self, xml: &mut Xml, definition: usize, pattern: Option<&Pattern>, level: usize) {
        xml.open("w:lvl", &[("w:ilvl", &level.to_string())]);
        xml.value("w:start", "1");
        xml.value("w:numFmt", pattern.map_or("bullet", Pattern::format));
        xml.value("w:suff", "tab");
        xml.value("w:lvlText", &pattern.map_or_else(|| "•".to_owned(), |it| it.text(level + 1)));
        xml.value("w:lvlJc", "left");
        xml.open("w:pPr", &[]);
        let (left, hanging) = (self.left(definition, level), self.hanging(definition));
        xml.empty("w:ind", &[("w:left", &left.to_string()), ("w:hanging", &hanging.to_string())]);
        xml.close();
        if pattern.is_none() {
            xml.open("w:rPr", &[]);
            xml.empty("w:b", &[]);
            xml.value("w:color", &self.colour);
            xml.close();
        }
        xml.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(labels: &[&str]) -> Vec<usize> {
        let mut numbering = Numbering::new("000000".into(), 11.0);
        let of = |(at, label): (usize, &&str)| {
            numbering.label(label, labels.get(at + 1).copied(), 0).map_or(0, |number| number.id - LEVELS)
        };
        labels.iter().enumerate().map(of).collect()
    }

    #[test]
    fn a_list_goes_on_where_its_next_number_comes_and_begins_anew_otherwise() {
        assert_eq!(ids(&["(a)", "(b)", "(c)", "(a)", "(b)"]), [1, 1, 1, 2, 2]);
        assert_eq!(ids(&["20.1", "20.2", "21.1", "20.3"]), [1, 1, 2, 3]);
        assert_eq!(ids(&["3.", "5.", "A26-001", "A26-002"]), [1, 2, 3, 4]);
    }

    #[test]
    fn a_letter_that_may_be_a_roman_number_is_read_by_what_follows() {
        let mut numbering = Numbering::new("000000".into(), 11.0);
        for (label, following) in [("(i)", Some("(ii)")), ("(ii)", None), ("(h)", Some("(i)")), ("(i)", None)]
        {
            numbering.label(label, following, 0);
        }
        let part = String::from_utf8(numbering.part().unwrap()).unwrap();
        assert!(part.contains("lowerRoman") && part.contains("<w:startOverride w:val=\"8\"/>"), "{part}");
        assert_eq!(part.matches("<w:num ").count(), LEVELS + 2);
    }
}
