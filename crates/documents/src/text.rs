//! A document as plain words in the order of reading, for tests, search and mail.

use crate::block::{Block, Cell, Document, Inline, Pair, join_words};

/// Every word of a document, one paragraph a line; table cells are parted by " | ".
pub fn text(document: &Document) -> String {
    let mut lines = Vec::new();
    blocks(&document.blocks, &mut lines);
    lines.join("\n")
}

fn blocks(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Title { kicker, text, subtitle } => {
                lines.extend(kicker.clone());
                lines.push(text.clone());
                lines.extend(subtitle.iter().cloned());
            }
            Block::Heading { text, .. } => lines.push(join_words(text)),
            Block::Paragraph(paragraph) => lines.push(join_words(&paragraph.text)),
            Block::List(list) => {
                for item in &list.items {
                    let start = lines.len();
                    self::blocks(&item.blocks, lines);
                    if let Some(first) = lines.get_mut(start) {
                        *first = format!("{} {first}", item.label);
                    }
                }
            }
            Block::Table(table) => {
                if !table.header.is_empty() {
                    lines.push(row(&table.header));
                }
                lines.extend(table.rows.iter().map(|cells| row(&cells.cells)));
            }
            Block::Facts(facts) => {
                lines.extend(facts.iter().map(|fact| format!("{}: {}", fact.term, join_words(&fact.text))));
            }
            Block::Figure(figure) => lines.push(format!("[{}]", figure.alt)),
            Block::Pair(pair) => self::pair(pair, lines),
            Block::Callout { blocks, .. } | Block::Together(blocks) => self::blocks(blocks, lines),
            Block::WritingLines { label, .. } => lines.push(join_words(label)),
            Block::TickBoxes { label, options } => {
                lines.push(join_words(label));
                lines.extend(options.iter().map(|option| format!("☐ {option}")));
            }
            Block::PageBreak => {}
        }
    }
}

fn pair(pair: &Pair, lines: &mut Vec<String>) {
    lines.extend(pair.label.clone());
    lines.extend(pair.paragraphs.iter().map(|paragraph| join_words(paragraph)));
}

fn row(cells: &[Cell]) -> String {
    let words = |cell: &Cell| {
        cell.paragraphs.iter().map(|runs: &Vec<Inline>| join_words(runs)).collect::<Vec<_>>().join(" ")
    };
    cells.iter().map(words).collect::<Vec<_>>().join(" | ")
}
