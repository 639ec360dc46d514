//! A document as plain words in the order of reading, for tests, search and mail.

use crate::block::{Block, Cell, Document, Fact, Inline, join_words};

/// What a line of text is in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Heading,
    Words,
    /// Said in place of a picture; not printed.
    Alternative,
}

/// Every word of a document, one paragraph a line; table cells are parted by " | ".
pub fn text(document: &Document) -> String {
    blocks(&document.blocks)
}

/// The same, with what each line is.
pub fn lines(document: &Document) -> Vec<(Said, String)> {
    let mut lines = Lines(Vec::new());
    lines.blocks(&document.blocks);
    lines.0
}

/// The words of some blocks, a paragraph a line.
pub fn blocks(blocks: &[Block]) -> String {
    let mut lines = Lines(Vec::new());
    lines.blocks(blocks);
    lines.0.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

struct Lines(Vec<(Said, String)>);

impl Lines {
    fn words(&mut self, line: String) {
        self.0.push((Said::Words, line));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title { kicker, text, subtitle } => {
                self.0.extend(kicker.clone().map(|kicker| (Said::Words, kicker)));
                self.0.push((Said::Heading, text.clone()));
                self.0.extend(subtitle.iter().map(|line| (Said::Words, line.clone())));
            }
            Block::Heading { text, .. } => self.0.push((Said::Heading, join_words(text))),
            Block::Paragraph(paragraph) => self.words(join_words(&paragraph.text)),
            Block::List(list) => {
                for item in &list.items {
                    let start = self.0.len();
                    self.blocks(&item.blocks);
                    match self.0.get_mut(start) {
                        Some((_, first)) => *first = format!("{} {first}", item.label),
                        None => self.words(item.label.clone()),
                    }
                }
            }
            Block::Table(table) => {
                if !table.header.is_empty() {
                    self.words(row(&table.header));
                }
                self.0.extend(table.rows.iter().map(|cells| (Said::Words, row(&cells.cells))));
            }
            Block::Facts(facts) => {
                let said = |fact: &Fact| (Said::Words, format!("{}: {}", fact.term, join_words(&fact.text)));
                self.0.extend(facts.iter().map(said));
            }
            Block::Figure(figure) => self.0.push((Said::Alternative, format!("[{}]", figure.alt))),
            Block::Pair(pair) => {
                self.0.extend(pair.label.clone().map(|label| (Said::Words, label)));
                self.0.extend(pair.paragraphs.iter().map(|it| (Said::Words, join_words(it))));
            }
            Block::Callout { blocks, .. } | Block::Together(blocks) => self.blocks(blocks),
            Block::WritingLines { label, .. } => self.words(join_words(label)),
            Block::TickBoxes { label, options } => {
                self.words(join_words(label));
                self.0.extend(options.iter().map(|option| (Said::Words, format!("☐ {option}"))));
            }
            Block::PageBreak => {}
        }
    }
}

fn row(cells: &[Cell]) -> String {
    let words = |cell: &Cell| {
        cell.paragraphs.iter().map(|runs: &Vec<Inline>| join_words(runs)).collect::<Vec<_>>().join(" ")
    };
    cells.iter().map(words).collect::<Vec<_>>().join(" | ")
}
